package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.ExecutionRules;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a runner must know of PostgreSQL while it executes migrations. */
public final class PostgreSqlExecutionRules implements ExecutionRules {

  private static final String PREPARE =
      "select pg_backend_pid()::text as pid, current_schema() as schema,"
          + " current_setting('search_path') as path,"
          + " pg_is_in_recovery() as standby, current_setting('transaction_read_only') as readonly,"
          + " set_config('lock_timeout', ?, false)";

  /**
   * So the server notices that a killed runner is gone while its statement still runs, and rolls it
   * back. It is there from PostgreSQL 14 on, and not on every platform.
   */
  private static final String CHECK_CLIENT =
      "select set_config('client_connection_check_interval', '2s', false)"
          + " where current_setting('client_connection_check_interval', true) = '0'";

  /** A literal with a backslash means the same everywhere, and a session at rest stays. */
  private static final String STEADY =
      "select set_config('standard_conforming_strings', 'on', false),"
          + " set_config('idle_session_timeout', '0', false),"
          + " set_config('idle_in_transaction_session_timeout', '0', false)";

  /** What {@link #prepare} sets; to ask {@code pg_settings} for it would read all settings. */
  private static final String RESTORE =
      "reset lock_timeout; reset client_connection_check_interval;"
          + " reset standard_conforming_strings; reset idle_session_timeout;"
          + " reset idle_in_transaction_session_timeout; reset synchronous_commit";

  private static final String BLOCKERS =
      "select a.pid, a.application_name, a.usename, a.state,"
          + " extract(epoch from clock_timestamp() - coalesce(a.xact_start, a.backend_start))"
          + "::bigint as age, a.query"
          + " from pg_stat_activity a where a.pid = any (pg_blocking_pids(?)) order by a.pid";

  /** What the driver does not do by itself: it would wait for ever for a server that is silent. */
  @Override
  public Map<String, String> connectionProperties() {
    return Map.of(
        "ApplicationName", "autogen",
        "loginTimeout", "30",
        "tcpKeepAlive", "true",
        "socketFactory", KeptAliveSockets.class.getName());
  }

  @Override
  public Optional<String> connectAdvice(SQLException failure) {
    return ConnectAdvice.of(failure);
  }

  @Override
  public Optional<String> commitInRequest() {
    return Optional.of("commit");
  }

  @Override
  public Optional<String> relaxCommits(Connection connection) throws SQLException {
    return CommitFlushing.relax(connection);
  }

  @Override
  public void restoreCommits(Connection connection, String before) throws SQLException {
    CommitFlushing.restore(connection, before);
  }

  @Override
  public void flushCommits(Connection connection) throws SQLException {
    CommitFlushing.flush(connection);
  }

  /** Types, functions and operators of extensions are found as well; they lie where they lie. */
  private static final String ENTER =
      "select set_config('search_path', concat_ws(', ', quote_ident(?),"
          + " (select string_agg(distinct quote_ident(n.nspname), ', ')"
          + " from pg_extension e join pg_namespace n on n.oid = e.extnamespace"
          + " where n.nspname <> 'pg_catalog')), false)";

  @Override
  public boolean enterSchema(Connection connection, String schema) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ENTER)) {
      query.setString(1, schema);
      query.executeQuery().close();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_schema()")) {
      return row.next() && schema.equals(row.getString(1));
    }
  }

  /** PostgreSQL manual, DISCARD. */
  @Override
  public boolean forgetSession(Connection connection) throws SQLException {
    execute(connection, "discard all");
    return true;
  }

  @Override
  public Session prepare(Connection connection, Duration lockTimeout) throws SQLException {
    steady(connection);
    checkClient(connection);
    try (PreparedStatement query = connection.prepareStatement(PREPARE)) {
      query.setString(1, lockTimeout.toMillis() + "ms");
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Session(
            row.getString("pid"), row.getString("schema"), row.getString("path"), refusal(row));
      }
    }
  }

  @Override
  public void steady(Connection connection) throws SQLException {
    execute(connection, STEADY);
  }

  private static void checkClient(Connection connection) throws SQLException {
    try {
      execute(connection, CHECK_CLIENT);
    } catch (SQLException e) {
      if (!"22023".equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  private static @Nullable String refusal(ResultSet row) throws SQLException {
    if (row.getBoolean("standby")) {
      return "it is a standby in recovery; give the URL of the primary";
    }
    return "on".equals(row.getString("readonly"))
        ? "its transactions are read-only (default_transaction_read_only)"
        : null;
  }

  @Override
  public void restore(Connection connection) throws SQLException {
    execute(connection, RESTORE);
  }

  @Override
  public List<String> prerequisites(Connection connection) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select extname from pg_extension where extname <> 'plpgsql' order by 1")) {
      while (rows.next()) {
        statements.add(
            "create extension if not exists " + Identifiers.quote(rows.getString(1)) + " cascade");
      }
    }
    return statements;
  }

  @Override
  public void limitLockWait(Connection connection, Duration limit) throws SQLException {
    execute(connection, "set lock_timeout = " + limit.toMillis());
  }

  @Override
  public void restoreSearchPath(Connection connection, Session session) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select set_config('search_path', ?, false)")) {
      query.setString(1, session.searchPath());
      query.executeQuery().close();
    }
  }

  /**
   * The pooler's fingerprint: two connections that share a backend, or one that changes it. The
   * other connection keeps its backend busy meanwhile, so that the pooler cannot give the first the
   * same one again.
   */
  @Override
  public boolean isPooledByTransaction(Connection idle, Connection other) throws SQLException {
    String first = pid(idle);
    other.setAutoCommit(false);
    String busy = pid(other);
    boolean pooled = busy.equals(first) || !pid(idle).equals(first);
    other.rollback();
    other.setAutoCommit(true);
    return pooled;
  }

  private static String pid(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public Optional<String> lockTables(String first, String second) {
    return Optional.of("lock table " + first + ", " + second + " in exclusive mode");
  }

  /** Of a type that the server finds out. */
  @Override
  public int textParameter() {
    return Types.OTHER;
  }

  /** By the SQL state (PostgreSQL manual, Appendix A). */
  @Override
  public Failure classify(SQLException failure) {
    if (String.valueOf(failure.getMessage()).contains("pooling mode")) {
      return Failure.POOLED;
    }
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    switch (state) {
      case "55P03":
        return Failure.LOCK_TIMEOUT;
      case "40P01":
      case "40001":
        return Failure.RETRY;
      case "42P05":
      case "26000":
        return Failure.POOLED;
      case "25001":
      case "2D000":
        return Failure.NO_TRANSACTION;
      case "57014":
        return Failure.CANCELLED;
      case "25P03":
      case "25P04":
      case "57P01":
      case "57P02":
      case "57P03":
      case "57P04":
      case "57P05":
        return Failure.CONNECTION_LOST;
      default:
        return state.startsWith("08")
            ? Failure.CONNECTION_LOST
            : state.startsWith("53") ? Failure.NO_RESOURCES : Failure.STATEMENT;
    }
  }

  @Override
  public boolean isMissingTable(SQLException failure) {
    return "42P01".equals(failure.getSQLState()) || "3F000".equals(failure.getSQLState());
  }

  @Override
  public String describe(SQLException failure, String sql) {
    return ServerMessage.of(failure, sql);
  }

  @Override
  public Optional<String> blockers(Connection watcher, String session) throws SQLException {
    try (PreparedStatement query = watcher.prepareStatement(BLOCKERS)) {
      query.setInt(1, Integer.parseInt(session));
      try (ResultSet row = query.executeQuery()) {
        StringJoiner blockers = new StringJoiner("; ");
        while (row.next()) {
          blockers.add(blocker(row));
        }
        return blockers.length() == 0 ? Optional.empty() : Optional.of(blockers.toString());
      }
    }
  }

  private static String blocker(ResultSet row) throws SQLException {
    String application = row.getString("application_name");
    return "pid "
        + row.getInt("pid")
        + (application == null || application.isEmpty() ? "" : ", application " + application)
        + ", user "
        + row.getString("usename")
        + ", "
        + row.getString("state")
        + ", its transaction open for "
        + PostgreSqlRunnerLock.words(Duration.ofSeconds(row.getLong("age")));
  }

  @Override
  public Outcome afterInterruption(Connection connection, String sql) throws SQLException {
    return new InterruptedIndex(connection).outcome(sql);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
