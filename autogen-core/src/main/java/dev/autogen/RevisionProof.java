package dev.autogen;

import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Diff;
import dev.autogen.diff.DiffOptions;
import dev.autogen.history.RevisionScript;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.operation.TouchedTables;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunListener;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.shadow.EquivalenceProof;
import dev.autogen.shadow.Proof;
import dev.autogen.shadow.ProofStart;
import dev.autogen.shadow.Shadow;
import dev.autogen.squash.SquashRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Proves a project's revisions on its shadow database. */
final class RevisionProof {

  private final Config config;
  private final ProjectSurroundings surroundings;
  private final Dialect dialect;
  private final RunSettings settings;

  RevisionProof(Config config, ProjectSurroundings surroundings, RunSettings settings) {
    this.config = config;
    this.surroundings = surroundings;
    this.dialect = ProjectDatabase.dialect(config);
    this.settings = settings.withListener(RunListener.SILENT).withTransactionPerMigration(true);
  }

  /** A base in a shadow that has the extensions of the database. */
  ProofStart base(Shadow shadow, ProjectDatabase database) throws SQLException {
    return new ProofStart(
        shadow,
        dialect,
        ProjectMigrations.runnable(config, surroundings, Map.of()),
        settings,
        prerequisites(database));
  }

  /** Does ahead what the proof of a revision with these parents will need, as far as it can. */
  void ahead(Supplier<Shadow> shadow, ProjectDatabase database, Set<String> parents) {
    try {
      base(shadow.get(), database).prepareAhead(parents);
    } catch (RuntimeException | SQLException e) {
      // The proof meets it again, and says so.
    }
  }

  /** Makes a shadow what the committed migrations make. */
  void replay(Shadow shadow) {
    try {
      MigrationSource migrations = ProjectMigrations.runnable(config, surroundings, Map.of());
      new ProofStart(shadow, dialect, migrations, settings, List.of()).replayHeads();
    } catch (SQLException e) {
      throw AutogenException.failed("The shadow database failed: " + e.getMessage(), e);
    }
  }

  /** Proves a committed revision by itself: that its downgrade undoes its upgrade. */
  Proof.Result of(Shadow shadow, RevisionScript revision, boolean withRows) {
    MigrationSource migrations = ProjectMigrations.runnable(config, surroundings, Map.of());
    return new Proof(shadow, dialect, migrations, settings, List.of(), withRows)
        .of(revision, null, null);
  }

  /**
   * Proves the revision that makes what differs equal.
   *
   * @param migrations the history with that revision
   */
  Proof.Result of(
      Supplier<Shadow> shadow,
      ProjectDatabase database,
      MigrationSource migrations,
      String revision,
      ModelDrift drift) {
    try {
      Set<String> schemas = SchemaComparison.namespaces(drift.model());
      List<String> functions =
          DatabaseOnly.isAsked(drift.options().databaseOnly())
              ? functions(database, schemas)
              : List.of();
      Proof proof =
          new Proof(
              shadow.get(),
              dialect,
              migrations,
              settings.withSchemas(schemas),
              prerequisites(database),
              true);
      touched(drift).ifPresent(proof::reaching);
      return proof
          .withFunctions(functions)
          .comparing(schema -> Diff.compared(schema, drift.options()))
          .having(drift.comparison().involved())
          .of(
              migrations.history().get(revision),
              drift.actual(),
              connection -> left(drift, connection));
    } catch (AutogenException e) {
      return Proof.Result.notTried(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      return Proof.Result.notTried("the database cannot be read: " + e.getMessage());
    }
  }

  /** The tables whose rows the migration can change; a template of one's own may change any. */
  private Optional<Set<QualifiedName>> touched(ModelDrift drift) {
    if (config.migrations().newFiles().template() != null) {
      return Optional.empty();
    }
    List<Operation> operations = new ArrayList<>(drift.comparison().upgrade());
    operations.addAll(drift.comparison().downgrade());
    return TouchedTables.of(operations, drift.actual());
  }

  /** Proves that a squash does what the revisions do that it replaces. */
  Proof.Result squash(
      Supplier<Shadow> shadow,
      MigrationSource migrations,
      RevisionScript squash,
      SquashRange range,
      boolean reversible) {
    try {
      return new EquivalenceProof(shadow.get(), dialect, migrations, settings)
          .squash(squash, range.first(), reversible);
    } catch (AutogenException e) {
      return Proof.Result.notTried(String.valueOf(e.getMessage()));
    }
  }

  /** Proves that branches lead to one database in both orders. */
  Proof.Result orders(Supplier<Shadow> shadow, MigrationSource migrations, List<String> heads) {
    try {
      return new EquivalenceProof(shadow.get(), dialect, migrations, settings)
          .orders(BranchOverlap.fork(migrations.history(), heads), BranchOverlap.orders(heads));
    } catch (AutogenException e) {
      return Proof.Result.notTried(String.valueOf(e.getMessage()));
    }
  }

  private List<String> prerequisites(ProjectDatabase database) throws SQLException {
    try (Connection target = database.open()) {
      return dialect.executionRules().prerequisites(target);
    }
  }

  /** What triggers and views need that a downgrade creates again. */
  private List<String> functions(ProjectDatabase database, Set<String> schemas)
      throws SQLException {
    try (Connection target = database.open()) {
      InspectionScope scope = new InspectionScope(schemas, settings.ownTables());
      return dialect.inspector().databaseObjects(target, scope).stream()
          .filter(each -> each.kind().equals("function") && each.create() != null)
          .map(each -> "set check_function_bodies = off;\n" + each.create())
          .toList();
    }
  }

  /** What was to be renamed has its name now. */
  private List<String> left(ModelDrift drift, Connection connection) throws SQLException {
    InspectionScope scope = new InspectionScope(Set.of(), settings.ownTables());
    DiffOptions options = drift.options().withRenames(List.of());
    return SchemaComparison.of(drift.model(), connection, dialect, scope, options)
        .comparison()
        .operations()
        .stream()
        .map(operation -> operation.summary())
        .toList();
  }
}
