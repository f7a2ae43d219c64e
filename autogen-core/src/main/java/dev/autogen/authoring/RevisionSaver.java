package dev.autogen.authoring;

import dev.autogen.history.RevisionScript;
import dev.autogen.history.ScriptDirectories;
import dev.autogen.run.source.SourceMigrations;
import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.Workspace;
import dev.autogen.workspace.WrittenRevisions;

/** Saves new revisions. Their files are written last, when everything else is known. */
final class RevisionSaver {

  private final Workspace workspace;

  RevisionSaver(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Writes the file of a revision, and runs the project's write hooks on it.
   *
   * @throws AutogenException if the command was interrupted before, or the file cannot be written;
   *     or if one of the hooks fails, and then the file stays
   */
  WrittenRevision save(RevisionWriter writer, WrittenRevision draft) {
    workspace
        .interruption()
        .holdOff(
            () -> {
              writer.write(draft.path(), draft.source());
              workspace.listener().wrote(draft.path());
            });
    new WriteHooks(workspace.config(), workspace.listener()::progress).run(draft.path());
    workspace.refresh();
    String source = ScriptDirectories.text(draft.path());
    new WrittenRevisions(workspace.config()).remember(draft.id(), source);
    return draft.withSource(source);
  }

  /** The committed migrations, with one that is not saved yet. */
  SourceMigrations with(WrittenRevision draft) {
    return workspace.runnable(draft.path(), draft.source());
  }

  /**
   * Checks that a source which is not saved yet is that revision.
   *
   * @throws AutogenException if it is not, or follows others, or does not compile
   */
  void requireMigration(WrittenRevision draft) {
    SourceMigrations now = with(draft);
    RevisionScript script = now.history().get(draft.id());
    if (!script.revises().equals(draft.revises())) {
      throw AutogenException.usage("Its @Revision is not what ${annotation} says.");
    }
    now.migration(script);
  }
}
