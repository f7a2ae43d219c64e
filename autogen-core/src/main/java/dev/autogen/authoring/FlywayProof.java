package dev.autogen.authoring;

import dev.autogen.comparison.ModelDrift;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.Proof;
import dev.autogen.shadow.ProofStart;
import dev.autogen.shadow.Shadow;
import dev.autogen.workspace.FlywayMigrations;
import dev.autogen.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves a new file for Flyway: its statements run up, down and up again, with rows; then the
 * project's Flyway itself runs the file.
 */
final class FlywayProof {

  private final Workspace workspace;
  private final FlywayMigrations migrations;
  private final RevisionProof proof;

  FlywayProof(Workspace workspace, FlywayMigrations migrations) {
    this.workspace = workspace;
    this.migrations = migrations;
    this.proof = new RevisionProof(workspace);
  }

  /**
   * Proves a migration that is not written yet.
   *
   * @param files its files with their texts
   */
  Proof.Result of(SqlMigration migration, Map<Path, String> files, ModelDrift drift) {
    Proof.Result result = inWordsOfFlyway(proof.of(migration, migration.script().id(), drift));
    if (!result.holds() || result.reservations().stream().anyMatch(it -> it.contains("a copy"))) {
      return result;
    }
    List<String> failures = runByFlyway(files, drift);
    return failures.isEmpty()
        ? result
        : new Proof.Result(
            result.product(), failures, result.reservations(), result.rows(), result.reordered());
  }

  /** The same result; what it says of autogen's runner is Flyway's job here. */
  static Proof.Result inWordsOfFlyway(Proof.Result result) {
    return new Proof.Result(
        result.product(),
        result.failures().stream()
            .map(each -> each.replace("'autogen upgrade'", "'" + FlywayMigrations.UPGRADE + "'"))
            .toList(),
        result.reservations(),
        result.rows(),
        result.reordered());
  }

  private List<String> runByFlyway(Map<Path, String> files, ModelDrift drift) {
    @Nullable Path folder = null;
    try {
      folder = Files.createTempDirectory("autogen-flyway");
      for (Map.Entry<Path, String> each : files.entrySet()) {
        Files.writeString(folder.resolve(each.getKey().getFileName()), each.getValue());
      }
      Shadow shadow = workspace.shadow().get();
      start(shadow).replayHeads();
      ConnectionSource copy = shadow.connections();
      migrations.flyway().migrate(copy, folder, null);
      try (Connection connection = copy.open()) {
        return proof.left(drift, connection).stream()
            .map(line -> "left after Flyway ran it: " + line)
            .toList();
      }
    } catch (AutogenException e) {
      return List.of(String.valueOf(e.getMessage()));
    } catch (SQLException | IOException e) {
      return List.of("Flyway could not run it on the throwaway database: " + e.getMessage());
    } finally {
      delete(folder);
    }
  }

  private ProofStart start(Shadow shadow) throws SQLException {
    return new ProofStart(
            shadow,
            workspace.dialect(),
            workspace.runnable(),
            workspace.proofSettings(),
            workspace.prerequisites())
        .after(workspace.otherHistory());
  }

  private static void delete(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList())) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // It is in the folder for temporary files.
    }
  }
}
