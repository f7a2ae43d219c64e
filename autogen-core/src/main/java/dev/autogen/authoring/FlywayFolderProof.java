package dev.autogen.authoring;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.flyway.FlywayFile;
import dev.autogen.flyway.FlywayFolder;
import dev.autogen.flyway.Placeholders;
import dev.autogen.history.RevisionScript;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.OtherHistory;
import dev.autogen.shadow.Proof;
import dev.autogen.shadow.ProofStart;
import dev.autogen.shadow.Shadow;
import dev.autogen.workspace.FlywayMigrations;
import dev.autogen.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proves the committed files of a project's Flyway: each runs on rows, behind what Flyway makes of
 * the files before it, and is undone where it has a file for that.
 */
public final class FlywayFolderProof {

  private static final OtherHistory NOTHING = new OtherHistory("nothing", connections -> {});

  private final Workspace workspace;
  private final Dialect dialect;
  private final FlywayMigrations migrations;
  private final Placeholders placeholders;

  public FlywayFolderProof(Workspace workspace, FlywayMigrations migrations) {
    this.workspace = workspace;
    this.dialect = workspace.dialect();
    this.migrations = migrations;
    this.placeholders = migrations.placeholders();
  }

  /**
   * Proves files.
   *
   * @param wanted the migrations, as revisions
   * @param withRows whether the tables are filled before each
   * @throws AutogenException if Flyway does not run the files before one of them
   */
  public Map<RevisionScript, Proof.Result> of(List<RevisionScript> wanted, boolean withRows) {
    Set<String> versions = new HashSet<>();
    wanted.forEach(each -> versions.add(each.id()));
    Map<RevisionScript, Proof.Result> results = new LinkedHashMap<>();
    FlywayFolder folder = migrations.folder();
    for (FlywayFile file : folder.files()) {
      if (versions.contains(file.version())) {
        results.put(
            folder.history().get(file.version()),
            of(file, folder.before(file).orElse(null), withRows));
      }
    }
    return results;
  }

  private Proof.Result of(FlywayFile file, @Nullable String before, boolean withRows) {
    Optional<Path> undo = migrations.folder().undo(file);
    List<SqlStatement> back = undo.map(this::statements).orElse(List.of());
    SqlMigration migration =
        new SqlMigration(
            file.version(),
            file.description(),
            file.path().toString(),
            statements(file.path()),
            back);
    Shadow shadow = workspace.shadow().get();
    ProofStart start =
        new ProofStart(shadow, dialect, migration, workspace.proofSettings(), List.of())
            .after(before == null ? NOTHING : migrations.history(before));
    Proof.Result result =
        new Proof(start, withRows).forward(back.isEmpty()).of(migration.script(), null, null);
    Proof.Result said = FlywayProof.inWordsOfFlyway(result);
    return said.fails() ? doubted(said, file, shadow) : said;
  }

  /** A failure of a file that Flyway itself runs says only that autogen cannot run it. */
  private Proof.Result doubted(Proof.Result result, FlywayFile file, Shadow shadow) {
    try {
      new ProofStart(shadow, dialect, workspace.runnable(), workspace.proofSettings(), List.of())
          .after(migrations.history(file.version()))
          .replayHeads();
    } catch (AutogenException | SQLException e) {
      List<String> failures = new ArrayList<>(result.failures());
      failures.add(String.valueOf(e.getMessage()));
      return new Proof.Result(result.product(), failures, result.reservations());
    }
    boolean isDowngrade = result.failures().stream().anyMatch(it -> it.contains("downgrade"));
    return isDowngrade
        ? result
        : Proof.Result.notTried(
            "Flyway runs it, but by itself it does not run: " + result.failures().get(0));
  }

  private List<SqlStatement> statements(Path file) {
    try {
      String text = Files.readString(file);
      Path conf = Path.of(file + ".conf");
      String settings = Files.exists(conf) ? Files.readString(conf).replace(" ", "") : "";
      String sql =
          settings.contains("placeholderReplacement=false")
              ? text
              : placeholders.replace(text, file.getFileName().toString());
      boolean inside = !settings.contains("executeInTransaction=false");
      return dialect.textRules().statements(sql).stream()
          .map(
              each ->
                  new SqlStatement(
                      each, inside && !dialect.executionRules().needsNoTransaction(each)))
          .toList();
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
