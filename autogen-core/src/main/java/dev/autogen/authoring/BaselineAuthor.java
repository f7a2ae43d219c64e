package dev.autogen.authoring;

import dev.autogen.comparison.ModelDrift;
import dev.autogen.comparison.RenderedChanges;
import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Comparison;
import dev.autogen.diff.DiffOptions;
import dev.autogen.diff.SchemaScript;
import dev.autogen.history.RevisionScript;
import dev.autogen.inspect.Foundations;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.DropSchema;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.render.java.MigrationFile;
import dev.autogen.run.MigrationRunner;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.CreationOrder;
import dev.autogen.shadow.Proof;
import dev.autogen.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

  /** What the database contains, and what of it a baseline leaves out. */
  private record Found(
      Schema schema,
      List<Operation> extensions,
      Set<String> schemas,
      Foundations foundations,
      BaselineObjects objects,
      List<LeftOut> leftOut) {}

  /**
   * The creation without the schemas that belong to extensions: extensions create these and keep
   * them.
   */
  private static Comparison withoutSchemas(Set<String> schemas, Comparison creation) {
    return without(creation, each -> isOf(schemas, each));
  }

  private static Comparison without(Set<Operation> moved, Comparison creation) {
    Set<Operation> undone = new HashSet<>();
    moved.forEach(each -> each.reverse().ifPresent(undone::add));
    return without(creation, each -> moved.contains(each) || undone.contains(each));
  }

  private static Comparison without(Comparison creation, Predicate<Operation> left) {
    return new Comparison(
        creation.operations().stream().filter(left.negate()).toList(),
        creation.steps().stream().filter(each -> !left.test(each.get(0))).toList(),
        creation.downgrade().stream().filter(left.negate()).toList(),
        creation.kept(),
        creation.tolerated(),
        creation.filtered(),
        creation.refused(),
        creation.obstacles(),
        creation.involved());
  }

  private static boolean isOf(Set<String> schemas, Operation operation) {
    return (operation instanceof CreateSchema create && schemas.contains(create.name()))
        || (operation instanceof DropSchema drop && schemas.contains(drop.name()));
  }

  /**
   * Writes the revision that creates what the database contains, and stamps the database with it.
   *
   * @throws AutogenException if there are revisions already, or the database is empty
   */
  public WrittenRevision write() {
    refuseHistory();
    Found found = found();
    Config.Diff diff = workspace.config().diff();
    DiffOptions options = DiffOptions.everything().withNames(diff.ignore(), diff.include());
    Comparison creation =
        withoutSchemas(
            found.schemas(), SchemaScript.comparison(found.schema(), dialect.textRules(), options));
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
            found.schema(),
            new Inspection(Schema.empty(), List.of()),
            Schema.empty(),
            options,
            List.of());
    warn(
        found.leftOut().stream()
            .filter(
                each ->
                    !BaselineObjects.isView(each) || !found.objects().names().contains(each.name()))
            .toList());
    warn(found.foundations().leftOut());
    warn(found.objects().leftOut());
    workspace.listener().warning("not in the baseline: the rows of tables, owners and grants");
    WrittenRevision revision = written(complete(found, creation), drift);
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

  private Found found() {
    try (Connection connection = workspace.database().open()) {
      Set<String> schemas = dialect.inspector().schemas(connection);
      InspectionScope scope = new InspectionScope(schemas, workspace.runSettings().ownTables());
      Inspection inspection = dialect.inspector().inspect(connection, scope);
      Schema schema = dialect.typeRules().canonical(inspection.schema());
      Set<String> given = dialect.executionRules().prerequisiteSchemas(connection);
      List<Operation> extensions =
          dialect.executionRules().prerequisites(connection).stream()
              .map(sql -> (Operation) new ExecuteSql(sql, null))
              .toList();
      Foundations foundations = dialect.inspector().foundations(connection, scope);
      BaselineObjects objects =
          BaselineObjects.of(
              dialect.inspector().databaseObjects(connection, scope),
              foundations,
              inspection.leftOut());
      return new Found(schema, extensions, given, foundations, objects, inspection.leftOut());
    } catch (SQLException e) {
      throw AutogenException.failed("The database cannot be read: " + e.getMessage(), e);
    }
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

  /**
   * Adds the extensions, types and functions before the tables, and functions that use tables,
   * views, triggers and the like after them.
   */
  private static Comparison complete(Found found, Comparison creation) {
    Foundations ground = found.foundations();
    Set<String> schemas = new HashSet<>(found.schema().namespaces());
    CreationOrder order = new CreationOrder(creation.operations(), ground);
    List<Operation> first = new ArrayList<>(found.extensions());
    List<Operation> behind = new ArrayList<>();
    if (Stream.concat(ground.beforeTables().stream(), ground.afterTables().stream())
        .anyMatch(each -> order.composite(each).isEmpty())) {
      first.addAll(order.beforeTypes());
      ground.preparation().forEach(sql -> first.add(new ExecuteSql(sql, null)));
      ground
          .beforeTables()
          .forEach(each -> first.add(order.composite(each).orElse(creation(each, schemas))));
      ground
          .afterTables()
          .forEach(each -> behind.add(order.composite(each).orElse(creation(each, schemas))));
    }
    Set<Operation> moved = new HashSet<>(first);
    moved.addAll(behind);
    behind.addAll(found.objects().creations());
    return without(moved, creation).between(behind, first);
  }

  /** Creates an object. A schema that also holds tables is dropped together with them, not here. */
  private static Operation creation(DatabaseObject object, Set<String> schemas) {
    boolean dropped = object.kind().equals("schema") && schemas.contains(object.name());
    return new ExecuteSql(String.valueOf(object.create()), dropped ? null : object.drop());
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
