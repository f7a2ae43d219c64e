package dev.autogen.authoring;

import dev.autogen.comparison.Change;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.config.Config;
import dev.autogen.diff.ToleratedDifferences;
import dev.autogen.file.WholeFile;
import dev.autogen.flyway.FlywayFile;
import dev.autogen.flyway.FlywayFolder;
import dev.autogen.render.java.FileTemplate;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.Proof;
import dev.autogen.workspace.FlywayMigrations;
import dev.autogen.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a project's migrations as SQL files for its Flyway. */
public final class FlywayAuthor {

  private final Workspace workspace;
  private final RevisionAuthor revisions;
  private final FlywayMigrations migrations;
  private final Config.Migrations settings;

  public FlywayAuthor(Workspace workspace, RevisionAuthor revisions) {
    this.workspace = workspace;
    this.revisions = revisions;
    this.migrations =
        workspace
            .flyway()
            .orElseThrow(() -> new IllegalStateException("Flyway does not run this project"));
    this.settings = workspace.config().migrations();
  }

  /**
   * Writes the migration that brings the database to the entities.
   *
   * @throws dev.autogen.history.NotUpToDate if Flyway has not run all migrations there
   * @throws AutogenException if autogen runs migrations on the database, too, or a file exists
   */
  public RevisionOutcome writeRevision(RevisionRequest request) {
    refuseBranches(request);
    if (request.empty()) {
      String message = request.message() == null ? "" : request.message();
      if (message.isBlank()) {
        throw AutogenException.usage("An empty revision needs a message: pass -m \"…\".");
      }
      FlywayDraft draft = draft(request, message, new SqlDraft(List.of()), new SqlDraft(List.of()));
      return new RevisionOutcome(
          Optional.of(save(draft, List.of(), Optional.empty())), ToleratedDifferences.NONE);
    }
    ModelDrift drift = revisions.compare();
    refuseSecondRunner();
    if (!drift.exists()) {
      return new RevisionOutcome(Optional.empty(), drift.tolerated());
    }
    FlywayDraft draft =
        draft(
            request,
            RevisionWriter.message(request, drift.comparison()),
            SqlDraft.upgrade(drift, workspace.dialect()),
            SqlDraft.downgrade(drift, workspace.dialect()));
    String note = drift.note();
    Optional<Proof.Result> proof = Optional.empty();
    if (request.proven()) {
      Proof.Result result =
          new FlywayProof(workspace, migrations)
              .of(draft.migration(), draft.noting(drift.note()).files(), drift);
      note = drift.origin() + result.note();
      proof = Optional.of(result);
    }
    return new RevisionOutcome(
        Optional.of(save(draft.noting(note), drift.changes(), proof)), drift.tolerated());
  }

  private static void refuseBranches(RevisionRequest request) {
    RevisionPlace place = request.place();
    if (!place.follows().equals(List.of("head"))
        || place.splice()
        || !place.branchLabels().isEmpty()
        || !place.dependsOn().isEmpty()) {
      throw AutogenException.usage(
          "Flyway's versions form one line: --head, --splice, --branch-label and --depends-on are"
              + " not for this project ([migrations] format = \"flyway\").");
    }
  }

  private void refuseSecondRunner() {
    String table = workspace.runSettings().versionTable().name();
    List<String> rows =
        workspace.config().database().requireUrl().isHistory()
            ? List.of()
            : workspace.runner().current();
    if (!rows.isEmpty()) {
      throw AutogenException.usage(
          "Two runners work on this database: Flyway, as [migrations] format says, and autogen, as "
              + table
              + " says, which is at "
              + String.join(", ", rows)
              + ". Nothing was written. If Flyway alone runs the migrations from now on, drop the"
              + " tables "
              + table
              + " and "
              + workspace.runSettings().journalTable().name()
              + ".");
    }
  }

  private FlywayDraft draft(
      RevisionRequest request, String message, SqlDraft upgrade, SqlDraft downgrade) {
    FlywayFolder folder = migrations.folder();
    Instant now = Clock.systemUTC().instant();
    List<SqlDraft> parts = upgrade.parts();
    List<String> versions = new ArrayList<>();
    String version =
        request.id() == null
            ? folder.nextVersion(now, settings.newFiles().timezone())
            : checked(request.id(), folder);
    for (int i = 0; i < parts.size(); i++) {
      versions.add(version);
      version = FlywayFolder.following(version);
    }
    Integer length = settings.newFiles().slugLength();
    String slug = FileTemplate.of(null, length, settings.newFiles().timezone()).slug(message);
    return new FlywayDraft(
        new FlywayDraft.Place(folder, migrations.placeholders().prefix(), settings.sql().undo()),
        message,
        slug,
        versions,
        parts,
        downgrade,
        "");
  }

  private static String checked(String version, FlywayFolder folder) {
    if (!version.matches("\\d+([._]\\d+)*")) {
      throw AutogenException.usage(
          "\"" + version + "\" is no version for Flyway; use numbers with dots between them.");
    }
    for (FlywayFile file : folder.files()) {
      if (file.version().equals(version.replace('_', '.'))) {
        throw AutogenException.usage(
            "There is a version " + version + " already, in " + file.path() + ".");
      }
    }
    return version;
  }

  private WrittenRevision save(
      FlywayDraft draft, List<Change> changes, Optional<Proof.Result> proof) {
    Map<Path, String> files = draft.files();
    for (Path each : files.keySet()) {
      if (Files.exists(each)) {
        throw AutogenException.usage(
            "The migration file " + each + " exists already; nothing was written.");
      }
    }
    List<FlywayFile> before = migrations.folder().files();
    workspace.unlessInterrupted(() -> write(files));
    Path last = draft.last();
    files.keySet().stream()
        .filter(each -> !each.equals(last))
        .forEach(each -> workspace.listener().detail("wrote " + each));
    new WriteHooks(workspace.config(), workspace.listener()::progress).run(last);
    workspace.refresh();
    return new WrittenRevision(
        last,
        draft.version(),
        before.isEmpty() ? List.of() : List.of(before.get(before.size() - 1).version()),
        changes,
        files.get(last),
        proof);
  }

  private void write(Map<Path, String> files) {
    List<Path> written = new ArrayList<>();
    try {
      for (Map.Entry<Path, String> each : files.entrySet()) {
        WholeFile.create(each.getKey(), each.getValue());
        written.add(each.getKey());
        workspace.listener().wrote(each.getKey());
      }
    } catch (IOException e) {
      for (Path each : written) {
        try {
          Files.deleteIfExists(each);
        } catch (IOException left) {
          e.addSuppressed(left);
        }
      }
      throw AutogenException.failed(
          "The migration cannot be written: " + e + ". Nothing was written.", e);
    }
  }
}
