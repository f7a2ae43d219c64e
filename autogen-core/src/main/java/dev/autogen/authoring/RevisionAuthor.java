package dev.autogen.authoring;

import dev.autogen.comparison.Change;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.comparison.ProjectComparison;
import dev.autogen.config.Config;
import dev.autogen.config.DatabaseUrl;
import dev.autogen.dialect.DataLoss;
import dev.autogen.dialect.SafeForms;
import dev.autogen.diff.ToleratedDifferences;
import dev.autogen.history.NotUpToDate;
import dev.autogen.history.RevisionScript;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.render.java.Alternative;
import dev.autogen.render.java.MigrationFile;
import dev.autogen.run.MigrationSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.Proof;
import dev.autogen.workspace.Workspace;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a project's revisions: from the differences, without operations, or to merge branches. */
public final class RevisionAuthor {

  private static final RevisionRequest PREVIEW = new RevisionRequest(null, false, null, false);

  private final Workspace workspace;
  private final ProjectComparison comparison;
  private final RevisionSaver saver;

  public RevisionAuthor(Workspace workspace, ProjectComparison comparison) {
    this.workspace = workspace;
    this.comparison = comparison;
    this.saver = new RevisionSaver(workspace);
  }

  /**
   * Writes the revision that brings the database to the entities. A database that autogen itself
   * runs is upgraded to the committed head first.
   *
   * @throws NotUpToDate if committed revisions are pending
   * @throws AutogenException if there are several heads, or the file exists
   */
  public RevisionOutcome writeRevision(RevisionRequest request) {
    RevisionParents parents = RevisionParents.of(workspace.history(), request.place());
    RevisionWriter writer = writer(request, parents);
    if (request.empty()) {
      MigrationFile named = named(writer.file(request, parents, null, ""));
      WrittenRevision draft = draft(writer, named, List.of());
      return new RevisionOutcome(Optional.of(saver.save(writer, draft)), ToleratedDifferences.NONE);
    }
    ModelDrift drift = compare(() -> prepareProof(request, parents));
    try (OtherDialects others = OtherDialects.of(workspace)) {
      if (!drift.exists() && !others.differ()) {
        return new RevisionOutcome(Optional.empty(), drift.tolerated());
      }
      MigrationFile file =
          others.portable(
              safe(writer.file(request, parents, drift.comparison(), drift.note()), drift)
                  .withAlternatives(alternatives(drift))
                  .withRemarks(remarks(drift)),
              drift);
      WrittenRevision draft = draft(writer, file, drift.changes());
      WrittenRevision written =
          saver.save(writer, request.proven() ? proven(writer, file, draft, drift, others) : draft);
      return new RevisionOutcome(Optional.of(written), drift.tolerated());
    }
  }

  /** The file, which names the kinds of database of the project if these are several. */
  private MigrationFile named(MigrationFile file) {
    List<String> dialects = workspace.config().migrations().dialects();
    return dialects.size() < 2 ? file : file.forDialects(dialects);
  }

  /**
   * Compares the entities with a database that is at the head. A database that autogen itself runs
   * is upgraded to the head first.
   *
   * @throws NotUpToDate if committed revisions are pending
   */
  public ModelDrift compare() {
    return compare(() -> {});
  }

  /** Prepares the throwaway database while the entities are read. */
  private void prepareProof(RevisionRequest request, RevisionParents parents) {
    DatabaseUrl url = workspace.config().database().requireUrl();
    if (request.proven() && parents.dependsOn().isEmpty() && !url.isHistory()) {
      RevisionProof proof = new RevisionProof(workspace);
      Set<String> revises = Set.copyOf(parents.revises());
      workspace.shadow().ahead(shadow -> proof.ahead(shadow, revises));
    }
  }

  ModelDrift compare(Runnable meanwhile) {
    if (workspace.config().database().requireUrl().isEmbedded()) {
      workspace.requireEntities();
    }
    if (workspace.database().isEmbedded()) {
      workspace.upgradeOwnDatabase();
    }
    List<RevisionScript> pending = workspace.pending();
    if (!pending.isEmpty()) {
      throw workspace.notUpToDate(pending);
    }
    meanwhile.run();
    return comparison.compare(pending, true);
  }

  /**
   * Writes a revision without operations that merges branches.
   *
   * @param request its message may be missing; its place names the revisions to merge
   * @throws AutogenException if these are not several heads
   */
  public WrittenMerge merge(RevisionRequest request) {
    RevisionParents parents = RevisionParents.of(workspace.history(), request.place());
    List<String> revises = parents.revises();
    if (revises.size() < 2) {
      throw AutogenException.usage(
          "There is nothing to merge: "
              + String.join(", ", request.place().follows())
              + (revises.isEmpty() ? " names no revision" : " names revision " + revises.get(0))
              + " alone; 'autogen heads' shows the ends of branches");
    }
    String message =
        request.message() == null || request.message().isBlank()
            ? "merge " + String.join(" and ", revises)
            : request.message();
    RevisionWriter writer = writer(request, parents);
    RevisionRequest named =
        new RevisionRequest(message, true, request.id(), false, request.place());
    MigrationSource migrations = workspace.runnable();
    BranchOverlap overlap = BranchOverlap.of(migrations, revises);
    MigrationFile file = named(writer.file(named, parents, null, ""));
    WrittenRevision merge = draft(writer, file, List.of());
    if (!request.proven()) {
      return new WrittenMerge(saver.save(writer, merge), overlap);
    }
    Proof.Result result = new RevisionProof(workspace).orders(migrations, revises);
    String source = writer.source(file.withNote(orderNote(result)));
    return new WrittenMerge(saver.save(writer, merge.proven(source, result)), overlap);
  }

  private static String orderNote(Proof.Result result) {
    return result.holds()
        ? "Proven on " + result.product() + ": the branches lead to one catalog in both orders."
        : result.fails() ? "The proof on " + result.product() + " failed." : "Not proven.";
  }

  /** Proves a revision that is not written yet, and puts the result into its source. */
  private WrittenRevision proven(
      RevisionWriter writer,
      MigrationFile file,
      WrittenRevision draft,
      ModelDrift drift,
      OtherDialects others) {
    Proof.Result own = new RevisionProof(workspace).of(saver.with(draft), file.id(), drift);
    Proof.Result result = others.exist() ? others.proven(own, draft) : own;
    MigrationFile noted = file.withNote(drift.origin() + result.note() + others.note());
    return draft.proven(writer.source(noted), result);
  }

  /** The source that {@link #writeRevision} would write for a difference. */
  public String source(ModelDrift drift) {
    RevisionParents parents = RevisionParents.of(workspace.history(), PREVIEW.place());
    RevisionWriter writer = writer(PREVIEW, parents);
    try (OtherDialects others = OtherDialects.of(workspace)) {
      return writer.source(
          others.portable(
              safe(writer.file(PREVIEW, parents, drift.comparison(), drift.note()), drift)
                  .withAlternatives(alternatives(drift))
                  .withRemarks(remarks(drift)),
              drift));
    }
  }

  /** The migration in the form that lets others go on, where that is wanted and there is one. */
  private MigrationFile safe(MigrationFile file, ModelDrift drift) {
    Optional<SafeForms> forms = workspace.dialect().safeForms();
    if (forms.isEmpty() || !workspace.config().migrations().newFiles().safe()) {
      return file;
    }
    Schema after =
        new SchemaChange(workspace.dialect().textRules()).apply(drift.actual(), file.upgrade());
    return file.withOperations(
        forms.get().of(file.upgrade(), drift.actual()), forms.get().of(file.downgrade(), after));
  }

  /** What the reader must know about types that become narrower. */
  private Map<Operation, String> remarks(ModelDrift drift) {
    DataLoss loss = new DataLoss(workspace.dialect().typeRules());
    Map<Operation, String> remarks = new HashMap<>();
    for (Operation operation : drift.comparison().upgrade()) {
      loss.remark(operation).ifPresent(remark -> remarks.put(operation, remark));
    }
    return remarks;
  }

  /** The renames that the author of a migration may want instead of a drop and an addition. */
  private static List<Alternative> alternatives(ModelDrift drift) {
    return drift.candidates().stream()
        .map(each -> new Alternative(each.dropped(), each.added(), each.rename().operation()))
        .toList();
  }

  private RevisionWriter writer(RevisionRequest request, RevisionParents parents) {
    Config.Migrations settings =
        new RevisionFolder(workspace.config(), workspace.migrations())
            .of(request.versionPath(), parents);
    return new RevisionWriter(settings, workspace.history(), Clock.systemUTC(), request.replaced());
  }

  /**
   * A complete revision whose file is not written yet. The file comes last, so that an interrupted
   * proof leaves none.
   */
  private WrittenRevision draft(RevisionWriter writer, MigrationFile file, List<Change> changes) {
    writer.requireFree(file);
    WrittenRevision draft =
        new WrittenRevision(
            writer.path(file),
            file.id(),
            file.revises(),
            changes,
            writer.source(file),
            Optional.empty());
    if (writer.hasTemplate()) {
      requireMigration(draft);
    }
    return draft;
  }

  /** Checks that the project's own template made that migration, and that it compiles. */
  private void requireMigration(WrittenRevision draft) {
    try {
      saver.requireMigration(draft);
    } catch (AutogenException e) {
      throw new AutogenException(
          AutogenException.Exit.USAGE,
          "The template "
              + workspace.config().migrations().newFiles().template()
              + " does not make a migration; nothing was written.\n"
              + e.getMessage(),
          e);
    }
  }
}
