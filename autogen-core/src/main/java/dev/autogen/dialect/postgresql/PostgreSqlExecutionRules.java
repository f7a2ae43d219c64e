package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells a runner what it must know of PostgreSQL while it executes migrations. */
public final class PostgreSqlExecutionRules implements ExecutionRules {

  private static final String HAS_SCHEMA =
      "select 1 from pg_catalog.pg_namespace where nspname operator(pg_catalog.=) ?";

  /** Statements whose manual pages say that they cannot be executed in a transaction block. */
  private static final Pattern NO_TRANSACTION =
      Pattern.compile(
          "(?is)\\s*(?:(?:create|drop)\\s+(?:database|tablespace|subscription)\\b"
              + "|alter\\s+system\\b|vacuum\\b|discard\\s+all\\b"
              + "|reindex\\s+(?:\\([^)]*\\)\\s*)?(?:database|system)\\b"
              + "|reindex\\s.*\\bconcurrently\\b"
              + "|create\\s+(?:unique\\s+)?index\\s+concurrently\\b"
              + "|drop\\s+index\\s+concurrently\\b"
              + "|alter\\s+table\\s.*\\bdetach\\s+partition\\s.*\\bconcurrently\\b).*");

  private static final String TABLES =
      """
      select n.nspname, c.relname
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
      where c.relkind operator(pg_catalog.=) any (array['r', 'p']::pg_catalog."char"[])
        and n.nspname operator(pg_catalog.<>) 'information_schema'
        and n.nspname operator(pg_catalog.!~) '^pg_'
        and not exists (
          select 1 from pg_catalog.pg_depend d
          where d.classid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid operator(pg_catalog.=) c.oid
            and d.deptype operator(pg_catalog.=) 'e'::pg_catalog."char")
      """;

  /**
   * Sets what the driver does not do by itself: it would wait forever for a server that does not
   * answer.
   */
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

  /** PostgreSQL manual, DISCARD. */
  @Override
  public boolean forgetSession(Connection connection) throws SQLException {
    execute(connection, "discard all");
    return true;
  }

  @Override
  public List<String> prerequisites(Connection connection) throws SQLException {
    return Extension.read(connection).stream().map(Extension::create).toList();
  }

  @Override
  public boolean needsNoTransaction(String statement) {
    List<String> words = PostgreSqlText.RULES.words().of(statement);
    return NO_TRANSACTION.matcher(String.join(" ", words)).matches();
  }

  /** Those of extensions depend on them (PostgreSQL manual, pg_depend: DEPENDENCY_EXTENSION). */
  @Override
  public Set<QualifiedName> tables(Connection connection) throws SQLException {
    Set<QualifiedName> tables = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(new QualifiedName(row.getString(1), row.getString(2)));
      }
    }
    return tables;
  }

  @Override
  public Set<String> prerequisiteSchemas(Connection connection) throws SQLException {
    return Extension.read(connection).stream()
        .map(Extension::schema)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /**
   * Recognizes a pooler: two connections share a backend, or one connection changes its backend.
   * Meanwhile the other connection keeps its backend busy, so that the pooler cannot give the first
   * one the same backend again.
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
        ResultSet row = statement.executeQuery("select pg_catalog.pg_backend_pid()")) {
      row.next();
      return row.getString(1);
    }
  }

  /** Names the operator of {@code pg_catalog}, so that no other operator can take its place. */
  @Override
  public String operator(String symbol) {
    return "operator(pg_catalog." + symbol + ")";
  }

  @Override
  public boolean hasSchema(Connection connection, String schema) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(HAS_SCHEMA)) {
      query.setString(1, schema);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public Optional<String> foreignCode(Connection connection, List<QualifiedName> tables)
      throws SQLException {
    return ForeignTableCode.of(connection, tables);
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
  public Outcome afterInterruption(Connection connection, String sql) throws SQLException {
    return new InterruptedIndex(connection).outcome(sql);
  }

  @Override
  public Session prepare(Connection connection, Duration lockTimeout) throws SQLException {
    return SessionSettings.prepare(connection, lockTimeout);
  }

  @Override
  public void useOwnSettings(Connection connection) throws SQLException {
    SessionSettings.useOwnSettings(connection);
  }

  @Override
  public void restore(Connection connection) throws SQLException {
    SessionSettings.restore(connection);
  }

  @Override
  public boolean enterSchema(Connection connection, String schema) throws SQLException {
    return SessionSettings.enterSchema(connection, schema);
  }

  @Override
  public void restoreSearchPath(Connection connection, Session session) throws SQLException {
    SessionSettings.restoreSearchPath(connection, session);
  }

  @Override
  public void limitLockWait(Connection connection, Duration limit) throws SQLException {
    SessionSettings.limitLockWait(connection, limit);
  }

  @Override
  public Optional<String> blockers(Connection watcher, String session) throws SQLException {
    return BlockingSessions.of(watcher, session);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
