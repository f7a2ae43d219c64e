package dev.autogen.authoring;

import dev.autogen.comparison.DatabaseOnly;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.comparison.SchemaComparison;
import dev.autogen.comparison.TypeUsers;
import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Diff;
import dev.autogen.diff.DiffOptions;
import dev.autogen.history.RevisionScript;
import dev.autogen.inspect.Foundations;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.operation.TouchedTables;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.shadow.EquivalenceProof;
import dev.autogen.shadow.Proof;
import dev.autogen.shadow.ProofStart;
import dev.autogen.shadow.Shadow;
import dev.autogen.squash.SquashRange;
import dev.autogen.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Proves a project's revisions on its shadow database. */
public final class RevisionProof {

  private final Workspace workspace;
  private final Dialect dialect;
  private final RunSettings settings;

  /** Proves revisions of a project on its shadow database. */
  public RevisionProof(Workspace workspace) {
    this.workspace = workspace;
    this.dialect = workspace.dialect();
    this.settings = workspace.proofSettings();
  }

  /** Prepares ahead what the proof of a revision with these parents will need, as far as it can. */
  void ahead(Supplier<Shadow> shadow, Set<String> parents) {
    try {
      workspace.proofStart(shadow.get()).prepareAhead(parents);
      workspace.prerequisites().foundations();
      workspace.runnable().loadCompiler();
    } catch (RuntimeException | SQLException e) {
      // The proof meets the same failure, and reports it.
    }
  }

  /** Proves a committed revision alone: that its downgrade undoes its upgrade. */
  public Proof.Result of(Shadow shadow, RevisionScript revision, boolean withRows) {
    ProofStart start = new ProofStart(shadow, dialect, workspace.runnable(), settings, List.of());
    return new Proof(start, withRows).of(revision, null, null);
  }

  /**
   * Proves the revision that removes the differences.
   *
   * @param migrations the history with that revision
   */
  Proof.Result of(MigrationSource migrations, String revision, ModelDrift drift) {
    return of(migrations, revision, drift, workspace.prerequisites()::foundations);
  }

  /**
   * Proves a baseline. It creates the functions and types that its tables use itself, so the
   * throwaway database must not have them.
   *
   * @param migrations the history with that revision
   */
  Proof.Result ofBaseline(MigrationSource migrations, String revision, ModelDrift drift) {
    return of(migrations, revision, drift, () -> Foundations.NONE);
  }

  private Proof.Result of(
      MigrationSource migrations,
      String revision,
      ModelDrift drift,
      Foundations.Source foundations) {
    try {
      Set<String> schemas = drift.schemas();
      List<String> functions =
          DatabaseOnly.isAsked(drift.options().databaseOnly()) ? functions(schemas) : List.of();
      ProofStart start =
          new ProofStart(
                  workspace.shadow().get(),
                  dialect,
                  migrations,
                  settings.withSchemas(schemas),
                  workspace.prerequisites().statements())
              .after(workspace.otherHistory())
              .withFunctions(functions)
              .on(foundations)
              .read(drift.inspection())
              .comparing(schema -> compared(schema, drift))
              .having(drift.comparison().involved());
      Proof proof = new Proof(start, true);
      touched(drift).ifPresent(proof::reaching);
      return proof.of(
          migrations.history().get(revision),
          drift.actual(),
          (connection, read) -> left(drift, connection, schemas, read));
    } catch (AutogenException e) {
      return Proof.Result.notTried(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      return Proof.Result.notTried("the database cannot be read: " + e.getMessage());
    }
  }

  /**
   * The part of a schema that the history's result is compared with: the compared objects, and the
   * tables that use changed types.
   */
  private Schema compared(Schema schema, ModelDrift drift) {
    Schema part = Diff.compared(schema, drift.options(), dialect.textRules());
    List<Table> tables = new ArrayList<>(part.tables());
    TypeUsers.of(schema, TypeUsers.types(drift.comparison())).stream()
        .filter(table -> part.table(table.name()).isEmpty())
        .forEach(tables::add);
    return part.withTables(tables);
  }

  /**
   * The tables whose rows the migration can change; empty where the project's own template may
   * change any.
   */
  private Optional<Set<QualifiedName>> touched(ModelDrift drift) {
    if (workspace.config().migrations().newFiles().template() != null) {
      return Optional.empty();
    }
    List<Operation> operations = new ArrayList<>(drift.comparison().upgrade());
    operations.addAll(drift.comparison().downgrade());
    return TouchedTables.of(operations, drift.actual());
  }

  /** Proves that a squash does the same as the revisions that it replaces. */
  Proof.Result squash(
      MigrationSource migrations, RevisionScript squash, SquashRange range, boolean reversible) {
    try {
      return new EquivalenceProof(workspace.shadow().get(), dialect, migrations, settings)
          .squash(squash, range.first(), reversible);
    } catch (AutogenException e) {
      return Proof.Result.notTried(String.valueOf(e.getMessage()));
    }
  }

  /** Proves that branches lead to the same database in both orders. */
  Proof.Result orders(MigrationSource migrations, List<String> heads) {
    try {
      return new EquivalenceProof(workspace.shadow().get(), dialect, migrations, settings)
          .orders(BranchOverlap.fork(migrations.history(), heads), BranchOverlap.orders(heads));
    } catch (AutogenException e) {
      return Proof.Result.notTried(String.valueOf(e.getMessage()));
    }
  }

  /** The functions for the triggers and views that a downgrade creates again. */
  private List<String> functions(Set<String> schemas) throws SQLException {
    try (Connection target = workspace.database().open()) {
      InspectionScope scope = new InspectionScope(schemas, settings.ownTables());
      return dialect.inspector().databaseObjects(target, scope).stream()
          .filter(each -> each.kind().equals("function") && each.create() != null)
          .map(each -> "set check_function_bodies = off;\n" + each.create())
          .toList();
    }
  }

  /**
   * The differences left after the upgrade. The renames are done by then, so the comparison does
   * without them.
   */
  List<String> left(ModelDrift drift, Connection connection) throws SQLException {
    InspectionScope scope = new InspectionScope(Set.of(), settings.ownTables());
    return lines(
        SchemaComparison.of(drift.model(), connection, dialect, scope, withoutRenames(drift)));
  }

  /**
   * The same differences, if the database was already read.
   *
   * @param schemas the schemas that were read
   */
  private List<String> left(
      ModelDrift drift, Connection connection, Set<String> schemas, Inspection read)
      throws SQLException {
    InspectionScope scope = new InspectionScope(schemas, settings.ownTables());
    return lines(
        SchemaComparison.of(
            drift.model(), connection, dialect, scope, read, withoutRenames(drift)));
  }

  private static DiffOptions withoutRenames(ModelDrift drift) {
    return drift.options().withRenames(List.of());
  }

  private static List<String> lines(SchemaComparison compared) {
    return compared.comparison().operations().stream()
        .map(operation -> operation.summary())
        .toList();
  }
}
