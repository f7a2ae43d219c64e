package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.history.RevisionScript;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.rows.RowTrial;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunListener;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a revision on a prepared database: up, down and up again. */
final class ProofRun {

  private static final String UPGRADE = "upgrade";
  private static final String DOWNGRADE = "downgrade";

  private final ConnectionSource connections;
  private final Dialect dialect;
  private final MigrationSource migrations;
  private final RunSettings settings;
  private final RevisionScript revision;
  private final Proof.@Nullable Comparer comparer;
  private final ShadowDependents dependents;
  private final boolean forward;
  private final @Nullable Inspection base;
  private final List<String> statements = new ArrayList<>();
  private final Map<String, RowTrial.StepLog> logs = new HashMap<>();
  private final Map<QualifiedName, String> losses = new HashMap<>();
  private final Map<String, List<String>> parts = new HashMap<>();
  private List<QualifiedName> reordered = List.of();
  private String step = "";

  /**
   * A run of a revision.
   *
   * @param base what the database contains before it, or null where that was not read
   */
  ProofRun(
      ConnectionSource connections,
      Dialect dialect,
      MigrationSource migrations,
      RunSettings settings,
      RevisionScript revision,
      Proof.@Nullable Comparer comparer,
      ShadowDependents dependents,
      boolean forward,
      @Nullable Inspection base) {
    this.connections = connections;
    this.dialect = dialect;
    this.migrations = migrations;
    this.settings = settings.withListener(new StatementRecorder());
    this.revision = revision;
    this.comparer = comparer;
    this.dependents = dependents;
    this.forward = forward;
    this.base = base;
  }

  /** Records the executed statements and the announced losses. */
  private final class StatementRecorder implements RunListener {
    @Override
    public void statement(String sql) {
      statements.add(sql);
    }

    @Override
    public void joined(String sql, List<String> joinedParts) {
      parts.put(sql, joinedParts);
    }

    @Override
    public void losesRows(QualifiedName table, String reason) {
      losses.put(table, reason);
    }
  }

  /**
   * Runs the revision, and returns what is not as it should be.
   *
   * @param rows the rows to look for after each step, or null where there are none
   * @throws AutogenException if a step fails
   */
  List<String> run(@Nullable RowTrial rows) throws SQLException {
    MigrationRunner runner = new MigrationRunner(connections, dialect, migrations, settings);
    List<String> failures = new ArrayList<>();
    Inspection before = base == null ? inspect() : base;
    Map<String, String> defined = dependents.read();
    begin(UPGRADE);
    runner.upgrade(revision.id());
    Inspection after = inspect();
    Map<String, String> redefined = dependents.read();
    if (comparer != null) {
      left(comparer, after).forEach(line -> failures.add("left after the upgrade: " + line));
    }
    logs.put(UPGRADE, log());
    look(rows, RowTrial::upgraded);
    if (forward) {
      return failures;
    }
    begin(DOWNGRADE);
    runner.downgrade(below(revision));
    CatalogComparison undone = new CatalogComparison(dialect, before, inspect());
    failures.addAll(undone.differences("after the downgrade"));
    reordered = undone.reordered();
    failures.addAll(
        ShadowDependents.differences("after the downgrade", defined, dependents.read()));
    logs.put(DOWNGRADE, log());
    look(rows, RowTrial::downgraded);
    begin("second upgrade");
    runner.upgrade(revision.id());
    failures.addAll(
        new CatalogComparison(dialect, after, inspect()).differences("after the second upgrade"));
    failures.addAll(
        ShadowDependents.differences("after the second upgrade", redefined, dependents.read()));
    return failures;
  }

  /** The tables whose columns the downgrade left in another order. */
  List<QualifiedName> reordered() {
    return reordered;
  }

  /** The step that ran last: {@code upgrade}, {@code downgrade} or {@code second upgrade}. */
  String step() {
    return step;
  }

  /** The statements of the last step. */
  List<String> statements() {
    return List.copyOf(statements);
  }

  private RowTrial.StepLog log() {
    return new RowTrial.StepLog(statements(), Map.copyOf(losses));
  }

  /**
   * Tries the statements of an earlier run one by one, also those that were joined. Each is run
   * even if those before it fail.
   *
   * @return the statements that failed, in order
   */
  List<SingleStatements.Failed> singly(RowTrial rows) throws SQLException {
    List<SingleStatements.Failed> failed = new ArrayList<>();
    try (Connection connection = connections.open()) {
      RowTrial.StepLog up = logs.getOrDefault(UPGRADE, RowTrial.StepLog.NOTHING);
      failed.addAll(singly(connection, rows, up));
      rows.upgraded(connection, up);
      if (forward) {
        return failed;
      }
      RowTrial.StepLog down = logs.getOrDefault(DOWNGRADE, RowTrial.StepLog.NOTHING);
      List<SingleStatements.Failed> back = singly(connection, rows, down);
      // Where the upgrade failed, a failure of the downgrade may only follow from that.
      failed.addAll(failed.isEmpty() ? back : List.of());
      rows.downgraded(connection, down);
    }
    return failed;
  }

  private List<SingleStatements.Failed> singly(
      Connection connection, RowTrial rows, RowTrial.StepLog log) throws SQLException {
    List<String> single = log.statements().stream().flatMap(sql -> parts(sql).stream()).toList();
    boolean transactional = dialect.features().transactionalDdl();
    return SingleStatements.run(
        connection,
        single,
        rows.rules(),
        (at, sql) -> rows.failingRows(at, List.of(), sql, transactional));
  }

  /** The statements that a statement joins, or itself. */
  List<String> parts(String sql) {
    return parts.getOrDefault(sql, List.of(sql));
  }

  private void begin(String next) {
    step = next;
    statements.clear();
    losses.clear();
  }

  /** Looks at the rows after a step. */
  private interface Look {
    void at(RowTrial rows, Connection connection, RowTrial.StepLog log) throws SQLException;
  }

  private void look(@Nullable RowTrial rows, Look look) throws SQLException {
    if (rows != null) {
      try (Connection connection = connections.open()) {
        look.at(rows, connection, log());
      }
    }
  }

  /**
   * The symbol to downgrade to so that only this revision is undone, even if it joins branches or
   * begins one.
   */
  private static String below(RevisionScript revision) {
    return revision.id() + "@" + (revision.isBase() ? "base" : revision.revises().get(0));
  }

  private Inspection inspect() throws SQLException {
    try (Connection connection = connections.open()) {
      InspectionScope scope = new InspectionScope(settings.schemas(), settings.ownTables());
      return dialect.inspector().inspect(connection, scope);
    }
  }

  private List<String> left(Proof.Comparer model, Inspection after) throws SQLException {
    try (Connection connection = connections.open()) {
      return model.differences(connection, after);
    }
  }
}
