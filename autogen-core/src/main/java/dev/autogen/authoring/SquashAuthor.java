package dev.autogen.authoring;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.ScriptDirectories;
import dev.autogen.render.java.MigrationFile;
import dev.autogen.run.source.SourceMigrations;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.Proof;
import dev.autogen.squash.Squash;
import dev.autogen.squash.SquashRange;
import dev.autogen.workspace.RevisionNames;
import dev.autogen.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one revision in place of several, and later deletes the files of those. */
public final class SquashAuthor {

  private final Workspace workspace;
  private final RevisionNames names;
  private final RevisionSaver saver;

  public SquashAuthor(Workspace workspace, RevisionNames names) {
    this.workspace = workspace;
    this.names = names;
    this.saver = new RevisionSaver(workspace);
  }

  /**
   * Writes a squash. The files of the revisions stay.
   *
   * @throws AutogenException if the revisions do not follow one another in one line, or cannot be
   *     put into one file
   */
  public WrittenSquash write(SquashRequest request) {
    SquashRange range = SquashRange.of(workspace.history(), names.range(request.range()));
    SourceMigrations migrations = workspace.runnable();
    migrations.prepare(range.revisions());
    Squash squash =
        Squash.of(
            range,
            script -> ScriptDirectories.text(migrations.file(script)),
            migrations::migration,
            workspace.dialect().textRules());
    RevisionWriter writer =
        new RevisionWriter(workspace.config().migrations(), workspace.history(), Clock.systemUTC());
    MigrationFile file = file(writer, request, range);
    writer.requireFree(file);
    WrittenRevision draft =
        new WrittenRevision(
            writer.path(file),
            file.id(),
            file.revises(),
            List.of(),
            writer.withImports(squash.source(file)),
            Optional.empty());
    SourceMigrations squashed = saver.with(draft);
    RevisionScript script = squashed.history().get(file.id());
    squashed.prepare(List.of(script));
    if (request.proven()) {
      Proof.Result result =
          new RevisionProof(workspace).squash(squashed, script, range, squash.isReversible());
      draft = draft.proven(writer.withImports(squash.source(file.withNote(note(result)))), result);
    }
    return new WrittenSquash(saver.save(writer, draft), range.revisions(), squash.kept());
  }

  private static String note(Proof.Result result) {
    return result.holds()
        ? "Proven on "
            + result.product()
            + ": it makes the catalog and the rows that the revisions make that it replaces."
        : result.fails() ? "The proof on " + result.product() + " failed." : "Not proven.";
  }

  private static MigrationFile file(
      RevisionWriter writer, SquashRequest request, SquashRange range) {
    String message =
        request.message() == null || request.message().isBlank()
            ? "squash " + range.first().id() + " to " + range.last().id()
            : request.message();
    RevisionParents place =
        new RevisionParents(range.first().revises(), range.branchLabels(), range.dependsOn());
    return writer
        .squash(message, request.id(), place, range.replaces())
        .asBaseline(range.revisions().stream().anyMatch(RevisionScript::baseline))
        .forDialects(range.first().dialects());
  }

  /**
   * Deletes the files of the revisions that a squash replaces.
   *
   * @return the files that were deleted
   * @throws AutogenException if the revision is no squash, or the database still needs one of them
   */
  public List<Path> discard(String symbol) {
    RevisionGraph history = workspace.history();
    RevisionScript squash = onlyOne(names.revisions(symbol), symbol);
    if (!squash.isSquash()) {
      throw AutogenException.usage(
          "Revision "
              + squash.id()
              + " replaces no others, so there is nothing to discard; write a squash by 'autogen"
              + " squash FROM:TO'");
    }
    List<String> rows = workspace.runner().current();
    if (history.at(rows) != history) {
      throw AutogenException.failed(
          "the database is at revision "
              + String.join(", ", rows)
              + " and still needs the files that the squash "
              + squash.id()
              + " replaces; run 'autogen upgrade' first. Nothing was deleted",
          null);
    }
    List<Path> deleted = new ArrayList<>();
    for (String id : squash.replaces()) {
      Optional<Path> file = workspace.migrations().file(id);
      if (file.isPresent()) {
        RevisionWriter.delete(file.get());
        deleted.add(file.get());
      }
    }
    return deleted;
  }

  private static RevisionScript onlyOne(List<RevisionScript> revisions, String symbol) {
    if (revisions.size() != 1) {
      throw AutogenException.usage(
          "'" + symbol + "' names " + revisions.size() + " revisions; name the squash");
    }
    return revisions.get(0);
  }
}
