package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.diff.Catalogs;
import dev.autogen.diff.SchemaScript;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.Sha256;
import dev.autogen.inspect.Foundations;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of a shadow from which a trial starts: the result of a history, or a copy of a schema.
 */
public final class ProofStart {

  private final Shadow shadow;
  private final Dialect dialect;
  private final MigrationSource migrations;
  private final RunSettings settings;
  private final List<String> prerequisites;
  private List<String> functions = List.of();
  private UnaryOperator<Schema> compared = UnaryOperator.identity();
  private List<DatabaseObject> dependents = List.of();
  private @Nullable Inspection read;
  private @Nullable Inspection base;
  private Foundations.Source foundations = () -> Foundations.NONE;
  private @Nullable OtherHistory other;

  /**
   * A starting state in that shadow.
   *
   * @param prerequisites SQL that creates what the history expects in a database
   */
  public ProofStart(
      Shadow shadow,
      Dialect dialect,
      MigrationSource migrations,
      RunSettings settings,
      List<String> prerequisites) {
    this.shadow = shadow;
    this.dialect = dialect;
    this.migrations = migrations;
    this.settings = settings;
    this.prerequisites = prerequisites;
  }

  /** The same start, which compares only a part of the schema with the database. */
  public ProofStart comparing(UnaryOperator<Schema> part) {
    this.compared = part;
    return this;
  }

  /** The same start, in which these functions are created first; they are given as statements. */
  public ProofStart withFunctions(List<String> statements) {
    this.functions = statements;
    return this;
  }

  /** The same start, which has these dependent objects in any case. */
  public ProofStart having(List<DatabaseObject> objects) {
    this.dependents = objects;
    return this;
  }

  /** The same start, in which a copy of a schema can use these types and functions. */
  public ProofStart on(Foundations.Source types) {
    this.foundations = types;
    return this;
  }

  /** The same start, for a database of which this was read. */
  public ProofStart read(Inspection database) {
    this.read = database;
    return this;
  }

  /** The same start, behind what another runner makes; null for none. */
  public ProofStart after(@Nullable OtherHistory history) {
    this.other = history;
    return this;
  }

  static Schema catalog(ConnectionSource connections, Dialect dialect, RunSettings settings)
      throws SQLException {
    try (Connection connection = connections.open()) {
      InspectionScope scope = new InspectionScope(settings.schemas(), settings.ownTables());
      return dialect.typeRules().canonical(dialect.inspector().inspect(connection, scope).schema());
    }
  }

  /**
   * Gives the shadow the result of the whole history.
   *
   * @throws AutogenException if a migration fails
   */
  public void replayHeads() throws SQLException {
    Set<String> heads =
        migrations.history().effectiveHeads().stream()
            .map(RevisionScript::id)
            .collect(Collectors.toCollection(TreeSet::new));
    replay(heads);
  }

  /** Gives the shadow the result of some revisions and all their ancestors. */
  public void replay(Set<String> revisions) throws SQLException {
    shadow.prepare(history(revisions));
  }

  /**
   * Prepares and reads what the proof of a revision with these parents will need.
   *
   * @throws AutogenException if a migration fails
   */
  public void prepareAhead(Set<String> parents) throws SQLException {
    shadow.prepareAhead(history(parents));
    shadow.inspect(dialect.inspector(), scope());
  }

  /** Prepares the shadow, and returns what the proof will not cover. */
  List<String> prepare(RevisionScript revision, @Nullable Schema actual) throws SQLException {
    String difference = replay(revision, actual);
    if (difference == null || actual == null) {
      return List.of();
    }
    copy(revision, actual);
    return List.of(
        "proven on a copy of the database's schema: the committed migrations alone do not lead to"
            + " it ("
            + difference
            + ")");
  }

  /**
   * Gives the shadow what the parents of a revision make, and returns connections to a copy of it;
   * its changes stay until this is called again.
   *
   * @throws AutogenException if a migration before it fails
   */
  public ConnectionSource before(RevisionScript revision) throws SQLException {
    prepare(revision, null);
    ConnectionSource copy = shadow.connections();
    equip(copy);
    return copy;
  }

  /**
   * Creates what the prepared shadow needs besides its schema, and returns what it refuses.
   *
   * @param connections connections to it
   */
  List<String> equip(ConnectionSource connections) throws SQLException {
    List<String> refusals = new ArrayList<>(runPrerequisites(connections, null));
    ShadowFoundations ground = ground();
    List<DatabaseObject> missing = ground.missing(connections);
    if (!missing.isEmpty()) {
      base = null;
      refusals.addAll(ground.create(connections, missing));
    }
    refusals.addAll(dependents(connections).create());
    return refusals;
  }

  /**
   * What the prepared and equipped shadow contains before the revision, if it was read; or null.
   */
  @Nullable Inspection base() {
    return base;
  }

  private InspectionScope scope() {
    return new InspectionScope(settings.schemas(), settings.ownTables());
  }

  /** The dependent objects that the database of these connections should have. */
  ShadowDependents dependents(ConnectionSource connections) {
    return new ShadowDependents(shadow, connections, dialect, settings, dependents);
  }

  Shadow shadow() {
    return shadow;
  }

  Dialect dialect() {
    return dialect;
  }

  MigrationSource migrations() {
    return migrations;
  }

  RunSettings settings() {
    return settings;
  }

  private ShadowFoundations ground() throws SQLException {
    return new ShadowFoundations(dialect, settings, foundations.read());
  }

  /**
   * Applies the revision's parents; returns the first difference to the database, or null where
   * there is none.
   */
  private @Nullable String replay(RevisionScript revision, @Nullable Schema actual)
      throws SQLException {
    base = null;
    Set<String> parents = migrations.history().parentsOf(revision.id());
    try {
      shadow.prepare(history(parents));
    } catch (AutogenException e) {
      if (actual == null) {
        throw e;
      }
      return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
    if (actual == null) {
      return null;
    }
    Inspection found = shadow.inspect(dialect.inspector(), scope());
    if (read != null && read.schema().equals(found.schema())) {
      base = found;
      return null;
    }
    Schema wanted = compared.apply(actual);
    Schema replayed = compared.apply(dialect.typeRules().canonical(found.schema()));
    List<String> differences =
        new ArrayList<>(new Catalogs(dialect.textRules()).differences("", wanted, replayed));
    differences.addAll(Catalogs.restingElsewhere(wanted, replayed));
    if (differences.isEmpty()) {
      base = found;
      return null;
    }
    return differences.get(0).replaceFirst("^: ", "");
  }

  /**
   * The preparation for some revisions and all their ancestors; each ancestor gives an intermediate
   * content.
   */
  private Preparation history(Set<String> parents) {
    OtherHistory before = other;
    if (before != null) {
      return new Preparation(
          key(before.key()),
          (connections, privileged) -> {
            runPrerequisites(connections, privileged);
            before.run().accept(connections);
          },
          before.earlier().stream().map(this::key).toList(),
          (connections, privileged) -> before.run().accept(connections));
    }
    RevisionGraph history = migrations.history();
    String key = Sha256.of("history " + prerequisites + functions);
    Deque<String> earlier = new ArrayDeque<>();
    for (RevisionScript parent : history.ordered(history.withAncestors(parents))) {
      earlier.push(key);
      key = Sha256.of(key + '\n' + migrations.sha256(parent).orElse(parent.id()));
    }
    return new Preparation(
        key,
        (connections, privileged) -> {
          runPrerequisites(connections, privileged);
          upgrade(connections, parents);
        },
        List.copyOf(earlier),
        (connections, privileged) -> upgrade(connections, parents));
  }

  /** The key of a database that another runner made. */
  private String key(String other) {
    return Sha256.of("other " + prerequisites + functions + other);
  }

  private void upgrade(ConnectionSource connections, Set<String> revisions) {
    MigrationRunner runner = runner(connections);
    revisions.forEach(runner::upgrade);
  }

  private MigrationRunner runner(ConnectionSource connections) {
    return new MigrationRunner(connections, dialect, migrations, settings);
  }

  /**
   * Makes the shadow a copy of a schema, without its rows.
   *
   * @throws SQLException if it cannot be created there
   */
  public void copySchema(Schema schema) throws SQLException {
    copy("schema ", schema, connections -> {});
  }

  private void copy(RevisionScript revision, Schema actual) throws SQLException {
    List<String> parents = List.copyOf(migrations.history().parentsOf(revision.id()));
    List<String> rows = parents.isEmpty() ? List.of("base") : parents;
    copy("copy " + parents, actual, connections -> runner(connections).stamp(rows, true));
  }

  private void copy(String kind, Schema schema, Consumer<ConnectionSource> then)
      throws SQLException {
    ShadowFoundations ground = ground();
    String key =
        Sha256.of(
            kind
                + prerequisites
                + functions
                + ground.key()
                + new Catalogs(dialect.textRules()).sorted(schema));
    shadow.prepare(
        Preparation.of(
            key,
            (connections, privileged) -> {
              runPrerequisites(connections, privileged);
              create(connections, schema, ground);
              then.accept(connections);
            }));
  }

  private void create(ConnectionSource connections, Schema actual, ShadowFoundations ground)
      throws SQLException {
    CreationOrder order = ground.order(SchemaScript.create(actual, dialect.textRules()));
    run(order.beforeTypes(), actual, connections);
    ground.createBeforeTables(connections);
    run(order.rest(), actual, connections);
    ground.createAfterTables(connections);
  }

  private void run(List<Operation> operations, Schema actual, ConnectionSource connections)
      throws SQLException {
    try (Connection connection = connections.open();
        Statement statement = connection.createStatement()) {
      for (Operation operation : operations) {
        for (SqlStatement sql : dialect.sqlRenderer().render(operation, actual)) {
          statement.execute(sql.sql());
        }
      }
    }
  }

  /**
   * Creates in a database what the history expects, and returns what the database refuses. A copy
   * of a template refuses the same as its template did.
   *
   * @param privileged connections with more rights, for what is refused for lack of rights; null
   *     where the database already holds what others have made
   */
  private List<String> runPrerequisites(
      ConnectionSource connections, @Nullable ConnectionSource privileged) throws SQLException {
    List<String> refusals = new ArrayList<>();
    if (prerequisites.isEmpty() && functions.isEmpty()) {
      return refusals;
    }
    ShadowStatements statements = new ShadowStatements(dialect);
    try (Connection connection = connections.open()) {
      for (String sql : prerequisites) {
        statements.prerequisite(connection, privileged, sql).ifPresent(refusals::add);
      }
      for (String sql : functions) {
        statements.prerequisite(connection, null, sql).ifPresent(refusals::add);
      }
      keep(connection);
    }
    return refusals;
  }

  /** Commits where a transaction is open. */
  static void keep(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }
}
