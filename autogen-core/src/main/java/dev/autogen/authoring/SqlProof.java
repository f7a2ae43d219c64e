package dev.autogen.authoring;

import dev.autogen.comparison.ModelDrift;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.Proof;
import dev.autogen.shadow.ProofStart;
import dev.autogen.shadow.Shadow;
import dev.autogen.workspace.OtherMigrations;
import dev.autogen.workspace.Workspace;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves a new migration of SQL: its statements run up, down and up again, with rows; then the
 * project's own runner runs its files.
 */
final class SqlProof {

  private final Workspace workspace;
  private final SqlFormat format;
  private final RevisionProof proof;

  SqlProof(Workspace workspace, SqlFormat format) {
    this.workspace = workspace;
    this.format = format;
    this.proof = new RevisionProof(workspace);
  }

  /** Proves a migration that is not written yet. */
  Proof.Result of(SqlFiles draft, ModelDrift drift) {
    SqlMigration migration = draft.migration();
    Proof.Result result =
        inWordsOf(format.migrations(), proof.of(migration, migration.script().id(), drift));
    if (!result.holds() || result.reservations().stream().anyMatch(it -> it.contains("a copy"))) {
      return result;
    }
    List<String> failures = runByOther(draft, drift);
    return failures.isEmpty()
        ? result
        : new Proof.Result(
            result.product(), failures, result.reservations(), result.rows(), result.reordered());
  }

  /** The same result; what it says of autogen's runner is another tool's job here. */
  static Proof.Result inWordsOf(OtherMigrations migrations, Proof.Result result) {
    return new Proof.Result(
        result.product(),
        result.failures().stream()
            .map(each -> each.replace("'autogen upgrade'", "'" + migrations.upgradeCommand() + "'"))
            .toList(),
        result.reservations(),
        result.rows(),
        result.reordered());
  }

  private List<String> runByOther(SqlFiles draft, ModelDrift drift) {
    String runner = format.migrations().runner();
    try {
      Shadow shadow = workspace.shadow().get();
      start(shadow).replayHeads();
      ConnectionSource copy = shadow.connections();
      Map<Path, String> files = new LinkedHashMap<>(draft.files());
      files.putAll(draft.changed());
      format.run(copy, files);
      try (Connection connection = copy.open()) {
        return proof.left(drift, connection).stream()
            .map(line -> "left after " + runner + " ran it: " + line)
            .toList();
      }
    } catch (AutogenException e) {
      return List.of(String.valueOf(e.getMessage()));
    } catch (SQLException | UncheckedIOException e) {
      return List.of(runner + " could not run it on the throwaway database: " + e.getMessage());
    }
  }

  private ProofStart start(Shadow shadow) throws SQLException {
    return new ProofStart(
            shadow,
            workspace.dialect(),
            workspace.runnable(),
            workspace.proofSettings(),
            workspace.prerequisites().statements())
        .after(workspace.otherHistory());
  }
}
