package dev.autogen.authoring;

import dev.autogen.comparison.Change;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.diff.ToleratedDifferences;
import dev.autogen.file.AtomicFile;
import dev.autogen.history.RevisionScript;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.Proof;
import dev.autogen.workspace.OtherMigrations;
import dev.autogen.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a project's migrations as SQL for the tool that runs them. */
public final class SqlAuthor {

  private final Workspace workspace;
  private final RevisionAuthor revisions;
  private final SqlFormat format;
  private final OtherMigrations migrations;

  public SqlAuthor(Workspace workspace, RevisionAuthor revisions, SqlFormat format) {
    this.workspace = workspace;
    this.revisions = revisions;
    this.format = format;
    this.migrations = format.migrations();
  }

  /**
   * Writes the migration that brings the database to the entities.
   *
   * @throws dev.autogen.history.NotUpToDate if the tool has not run all migrations there
   * @throws AutogenException if autogen runs migrations on the database, too, or a file exists
   */
  public RevisionOutcome writeRevision(RevisionRequest request) {
    refuseBranches(request);
    if (request.empty()) {
      String message = request.message() == null ? "" : request.message();
      if (message.isBlank()) {
        throw AutogenException.usage("An empty revision needs a message: pass -m \"…\".");
      }
      SqlFiles draft =
          format.draft(
              request, message, new SqlDraft(List.of(), true), new SqlDraft(List.of(), true));
      return new RevisionOutcome(
          Optional.of(save(draft, List.of(), Optional.empty())), ToleratedDifferences.NONE);
    }
    ModelDrift drift = revisions.compare();
    refuseSecondRunner();
    if (!drift.exists()) {
      return new RevisionOutcome(Optional.empty(), drift.tolerated());
    }
    SqlFiles draft =
        format.draft(
            request,
            RevisionWriter.message(request, drift.comparison()),
            SqlDraft.upgrade(drift, workspace.dialect()),
            SqlDraft.downgrade(drift, workspace.dialect()));
    String note = drift.note();
    Optional<Proof.Result> proof = Optional.empty();
    if (request.proven()) {
      Proof.Result result = new SqlProof(workspace, format).of(draft.noting(drift.note()), drift);
      note = drift.origin() + result.note();
      proof = Optional.of(result);
    }
    return new RevisionOutcome(
        Optional.of(save(draft.noting(note), drift.changes(), proof)), drift.tolerated());
  }

  private void refuseBranches(RevisionRequest request) {
    RevisionPlace place = request.place();
    if (!place.follows().equals(List.of("head"))
        || place.splice()
        || !place.branchLabels().isEmpty()
        || !place.dependsOn().isEmpty()) {
      throw AutogenException.usage(
          migrations.runner()
              + "'s migrations form one line: --head, --splice, --branch-label and --depends-on are"
              + " not for this project ([migrations] format = \""
              + workspace.config().migrations().sql().format().word()
              + "\").");
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
          "Two runners work on this database: "
              + migrations.runner()
              + ", as [migrations] format says, and autogen, as "
              + table
              + " says, which is at "
              + String.join(", ", rows)
              + ". Nothing was written. If "
              + migrations.runner()
              + " alone runs the migrations from now on, drop the tables "
              + table
              + " and "
              + workspace.runSettings().journalTable().name()
              + ".");
    }
  }

  private WrittenRevision save(SqlFiles draft, List<Change> changes, Optional<Proof.Result> proof) {
    Map<Path, String> files = draft.files();
    for (Path each : files.keySet()) {
      if (Files.exists(each)) {
        throw AutogenException.usage(
            "The migration file " + each + " exists already; nothing was written.");
      }
    }
    List<String> heads =
        migrations.history().effectiveHeads().stream().map(RevisionScript::id).toList();
    workspace.interruption().holdOff(() -> write(files, draft.changed()));
    Path last = draft.main();
    files.keySet().stream()
        .filter(each -> !each.equals(last))
        .forEach(each -> workspace.listener().detail("wrote " + each));
    new WriteHooks(workspace.config(), workspace.listener()::progress).run(last);
    workspace.refresh();
    String source = files.containsKey(last) ? files.get(last) : draft.changed().get(last);
    return new WrittenRevision(last, draft.version(), heads, changes, source, proof);
  }

  private void write(Map<Path, String> files, Map<Path, String> changed) {
    List<Path> written = new ArrayList<>();
    try {
      for (Map.Entry<Path, String> each : files.entrySet()) {
        AtomicFile.create(each.getKey(), each.getValue());
        written.add(each.getKey());
        workspace.listener().wrote(each.getKey());
      }
      for (Map.Entry<Path, String> each : changed.entrySet()) {
        AtomicFile.replace(each.getKey(), each.getValue());
        workspace.listener().detail("changed " + each.getKey());
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
