package dev.autogen.authoring;

import dev.autogen.comparison.ModelDrift;
import dev.autogen.comparison.RenderedChanges;
import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Comparison;
import dev.autogen.diff.DiffOptions;
import dev.autogen.history.RevisionScript;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.render.java.MigrationFile;
import dev.autogen.run.MigrationRunner;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.Proof;
import dev.autogen.workspace.Workspace;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the first revision of a history that begins with an existing database. */
public final class BaselineAuthor {

  private static final RevisionRequest BASELINE = new RevisionRequest("baseline", true, null, true);
  private static final String ORIGIN = "Written from the database; ";

  private final Workspace workspace;
  private final Dialect dialect;
  private final RevisionSaver saver;

  public BaselineAuthor(Workspace workspace) {
    this.workspace = workspace;
    this.dialect = workspace.dialect();
    this.saver = new RevisionSaver(workspace);
  }

  /**
   * Writes the revision that creates what the database contains, and stamps the database with it.
   *
   * @throws AutogenException if there are revisions already, or the database is empty
   */
  public WrittenRevision write() {
    refuseHistory();
    BaselineContent content = BaselineContent.read(workspace);
    Config.Diff diff = workspace.config().diff();
    DiffOptions options = DiffOptions.everything().withNames(diff.ignore(), diff.include());
    Comparison creation = content.tables(dialect.textRules(), options);
    if (creation.operations().isEmpty()) {
      throw AutogenException.usage(
          "The database "
              + workspace.config().database().requireUrl()
              + " has no tables, so there is nothing to begin with; run 'autogen revision'.");
    }
    ModelDrift drift =
        new ModelDrift(
            RenderedChanges.of(creation, Schema.empty(), dialect),
            creation,
            List.of(),
            content.schema(),
            new Inspection(Schema.empty(), List.of()),
            Schema.empty(),
            options,
            List.of());
    warn(content.notCreated());
    workspace.listener().warning("not in the baseline: the rows of tables, owners and grants");
    WrittenRevision revision = written(content.whole(creation), drift);
    return revision.proof().map(Proof.Result::fails).orElse(false)
        ? unstamped(revision)
        : stamped(revision);
  }

  private void refuseHistory() {
    List<RevisionScript> all = workspace.history().all();
    List<String> rows = all.size() > 1 ? List.of() : workspace.runner().current();
    if (!all.isEmpty()) {
      throw AutogenException.usage(
          "There are revisions already, so none can be the first; 'autogen history' shows them."
              + (all.size() > 1 || !rows.isEmpty() ? "" : unstampedHint(all.get(0))));
    }
    if (!rows.isEmpty()) {
      throw AutogenException.usage(
          "The database is at revision "
              + String.join(", ", rows)
              + ", which is not here: fetch the migrations that it was made by, or forget it by"
              + " 'autogen stamp --purge base'.");
    }
  }

  /**
   * The hint for a command that was interrupted after it wrote the file and before it stamped the
   * database.
   */
  private static String unstampedHint(RevisionScript only) {
    return " If "
        + only.location()
        + " is what an interrupted 'autogen init --from-database' wrote from this database, run"
        + " 'autogen stamp "
        + only.id()
        + "', which is all that is left to do.";
  }

  private void warn(List<LeftOut> leftOut) {
    Set<String> own = workspace.runSettings().ownTables();
    leftOut.stream()
        .filter(each -> !own.contains(each.name()) && !each.reason().contains("extension"))
        .forEach(
            each ->
                workspace
                    .listener()
                    .warning(
                        "not in the baseline: "
                            + each.kind()
                            + " "
                            + each.name()
                            + " ("
                            + each.reason()
                            + ")"));
  }

  private WrittenRevision written(Comparison creation, ModelDrift drift) {
    RevisionWriter writer =
        new RevisionWriter(workspace.config().migrations(), workspace.history(), Clock.systemUTC());
    RevisionParents first = RevisionParents.of(workspace.history(), BASELINE.place());
    MigrationFile file =
        writer.file(BASELINE, first, creation, ORIGIN + "not proven.").asBaseline(true);
    writer.requireFree(file);
    WrittenRevision draft =
        new WrittenRevision(
            writer.path(file),
            file.id(),
            List.of(),
            drift.changes(),
            writer.source(file),
            Optional.empty());
    Proof.Result proof =
        new RevisionProof(workspace).ofBaseline(saver.with(draft), file.id(), drift);
    WrittenRevision proven =
        draft.proven(writer.source(file.withNote(ORIGIN + note(proof))), proof);
    return saver.save(writer, proven);
  }

  private static String note(Proof.Result proof) {
    return proof.holds()
        ? "proven on "
            + proof.product()
            + ": upgrade makes the same schema, downgrade leaves nothing of it."
        : proof.note();
  }

  /** Warns instead of stamping: a stamp would claim that the migrations can create the database. */
  private WrittenRevision unstamped(WrittenRevision revision) {
    workspace
        .listener()
        .warning(
            "The database was not noted as being at "
                + revision.id()
                + ", because the proof of its file failed. Correct "
                + revision.path()
                + ", try it by 'autogen prove "
                + revision.id()
                + "', and then run 'autogen stamp "
                + revision.id()
                + "'");
    return revision;
  }

  /**
   * Stamps the database, or warns if it may not be written. That is no fault of the baseline; a
   * person can stamp it later.
   */
  private WrittenRevision stamped(WrittenRevision revision) {
    try {
      // Reads the history again, because the revision's file was written after the last reading.
      new MigrationRunner(
              () -> workspace.database().open(),
              dialect,
              workspace.runnable(),
              workspace.runSettings())
          .stamp(List.of(revision.id()), false);
    } catch (AutogenException e) {
      workspace
          .listener()
          .warning(
              "The database was not noted as being at "
                  + revision.id()
                  + ": "
                  + e.getMessage()
                  + ". Run 'autogen stamp head' as somebody who may");
    }
    return revision;
  }
}
