package dev.autogen.run;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.ExecutionRules.Failure;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The connection on which migrations run. */
final class WorkSession implements AutoCloseable {

  private static final Pattern SETTING =
      Pattern.compile("(?i)\\b(search_path|lock_timeout|set_config|reset\\s+all|discard)\\b");

  /** Finds statements whose effect outlives a transaction, or a rollback to a savepoint. */
  private static final Pattern SESSION_STATE =
      Pattern.compile(
          "(?is)^\\s*(set|reset|discard|prepare|deallocate|listen|notify|unlisten)\\b"
              + "|\\bset\\s+(local|session|constraints)\\b|\\bset_config\\b");

  private final Connection connection;
  private final Dialect dialect;
  private final RunSettings settings;
  private final ExecutionRules.Session facts;
  private final boolean autoCommitBefore;
  private final VersionTable versionTable;
  private final Journal journal;
  private final CommitDurability durability = new CommitDurability(this);
  private @Nullable LockWatch watch;
  private @Nullable NotInOneTransaction refused;

  private WorkSession(Connection connection, Dialect dialect, RunSettings settings)
      throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.settings = settings;
    this.autoCommitBefore = connection.getAutoCommit();
    connection.setAutoCommit(true);
    this.facts = rules().prepare(connection, settings.lockTimeout());
    this.versionTable = new VersionTable(quoted(settings.versionTable()), dialect);
    this.journal = new Journal(quoted(settings.journalTable()), rules(), settings.tag());
  }

  /**
   * Opens a session.
   *
   * @throws AutogenException if the database cannot be reached, or its version table or journal
   *     would run code of somebody else
   */
  static WorkSession open(ConnectionSource source, Dialect dialect, RunSettings settings) {
    Connection connection = Connections.open(source);
    try {
      WorkSession session = new WorkSession(connection, dialect, settings);
      session.requireOwnTables();
      return session;
    } catch (SQLException e) {
      Connections.closeQuietly(connection);
      throw dialect.executionRules().classify(e) == Failure.POOLED
          ? ExclusiveRun.unreadable(dialect, e)
          : AutogenException.failed("the database does not answer: " + e.getMessage(), e);
    }
  }

  Connection connection() {
    return connection;
  }

  Dialect dialect() {
    return dialect;
  }

  ExecutionRules rules() {
    return dialect.executionRules();
  }

  RunSettings settings() {
    return settings;
  }

  ExecutionRules.Session facts() {
    return facts;
  }

  VersionTable versionTable() {
    return versionTable;
  }

  Journal journal() {
    return journal;
  }

  CommitDurability durability() {
    return durability;
  }

  String versionTableName() {
    return quoted(settings.versionTable());
  }

  String journalTableName() {
    return quoted(settings.journalTable());
  }

  private void requireOwnTables() throws SQLException {
    List<QualifiedName> tables =
        Stream.of(settings.versionTable(), settings.journalTable())
            .map(table -> table.schema() == null ? inDefaultSchema(table) : table)
            .filter(table -> table.schema() != null)
            .toList();
    Optional<String> foreign = rules().foreignCode(connection, tables);
    if (foreign.isPresent()) {
      close();
      throw AutogenException.failed(
          "autogen's own table "
              + foreign.get()
              + ": code of another role would run with the rights of this user; nothing was done."
              + " See what it is, and drop it; or name another table in [migrations] version-table",
          null);
    }
  }

  private QualifiedName inDefaultSchema(QualifiedName table) {
    return QualifiedName.of(facts.schema(), table.name());
  }

  private String quoted(QualifiedName name) {
    String schema = name.schema() == null ? facts.schema() : name.schema();
    return dialect.nameRules().quoted(schema, name.name());
  }

  /** The name in quotes, without a schema where it has none. */
  String quotedAsWritten(QualifiedName name) {
    return dialect.nameRules().quoted(name.schema(), name.name());
  }

  String quoted(String name) {
    return dialect.nameRules().quoted(name);
  }

  /** The statement that commits within another request, where the database takes one. */
  Optional<String> commitInRequest() {
    return settings.sharesTransaction() ? Optional.empty() : rules().commitInRequest();
  }

  /**
   * Refuses work that needs several transactions if the run is only a part of one.
   *
   * @throws NotInOneTransaction if that is so
   */
  void requireOwnTransactions(String what) {
    if (settings.sharesTransaction()) {
      refused = new NotInOneTransaction(what);
      throw refused;
    }
  }

  /** Refuses it again if the migration has caught the first refusal. */
  void requireNothingRefused() {
    if (refused != null) {
      throw refused;
    }
  }

  void watchLocksOn(Connection watcher) {
    watch =
        new LockWatch(watcher, rules(), facts.id(), settings.lockTimeout(), settings.listener());
  }

  /** The sessions that the last statement waited for, or an empty text. */
  String blockers() {
    return watch == null ? "" : watch.blockers();
  }

  /** Work that may wait for locks. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  /** Does work while the sessions that it waits for are recorded. */
  void watched(String sql, Work work) {
    if (watch != null) {
      watch.begin();
    }
    try {
      work.run();
    } catch (SQLException e) {
      throw failed(sql, e);
    } finally {
      if (watch != null) {
        watch.end();
      }
    }
  }

  StatementFailed failed(String sql, SQLException cause) {
    Failure failure = rules().classify(cause);
    return new StatementFailed(sql, failure, rules().describe(cause, sql), cause);
  }

  /** Runs one statement. */
  void execute(String sql) {
    execute(
        sql,
        () -> {
          try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
          }
        });
  }

  /** Runs one statement in a way of its own. */
  void execute(String sql, Work work) {
    if (SESSION_STATE.matcher(sql).find()) {
      requireOwnTransactions("a statement that changes the session");
    }
    settings.listener().statement(settings.masked(sql));
    watched(sql, work);
  }

  /** Restores the session's first search path, whatever a migration has set. */
  void restoreSearchPath() {
    watched("search path", () -> rules().restoreSearchPath(connection, facts));
  }

  /** Undoes what SQL of a migration may have set for the session. */
  void restoreSettings(String sql) {
    if (SETTING.matcher(sql).find()) {
      restoreSearchPath();
      watched("lock timeout", () -> rules().limitLockWait(connection, settings.lockTimeout()));
    }
  }

  void rollback() {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        durability.rolledBack();
      }
    } catch (SQLException e) {
      // A connection that cannot roll back is gone, and its transaction with it.
    }
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    try {
      rollback();
      connection.setAutoCommit(true);
      rules().restore(connection);
      connection.setAutoCommit(autoCommitBefore);
    } catch (SQLException e) {
      // The connection is gone, and its settings with it.
    }
    Connections.closeQuietly(connection);
  }
}
