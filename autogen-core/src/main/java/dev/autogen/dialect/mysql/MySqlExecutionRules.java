package dev.autogen.dialect.mysql;

import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.MissingValue;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a runner what it must know of MySQL and MariaDB while it executes migrations. */
final class MySqlExecutionRules implements ExecutionRules {

  /** {@code ER_SUBQUERY_NO_1_ROW}, by which a backfill without an expression fails. */
  private static final int SEVERAL_ROWS = 1242;

  /** The words with which statements begin that commit (manual, Implicit Commit). */
  private static final Set<String> COMMITTING =
      Set.of(
          "create",
          "alter",
          "drop",
          "rename",
          "truncate",
          "grant",
          "revoke",
          "analyze",
          "check",
          "optimize",
          "repair",
          "cache",
          "flush",
          "install",
          "uninstall",
          "lock",
          "reset");

  private final KnownServer server;

  MySqlExecutionRules(KnownServer server) {
    this.server = server;
  }

  /** Whether a statement commits the transaction in which it runs. */
  static boolean commits(String statement) {
    List<Token> tokens = MySqlText.RULES.tokens(statement);
    Token first = tokens.get(0);
    return first.kind() == Token.Kind.WORD
        && COMMITTING.contains(first.text().toLowerCase(Locale.ROOT))
        && !tokens.get(Math.min(1, tokens.size() - 1)).isWord("temporary");
  }

  @Override
  public boolean needsNoTransaction(String statement) {
    return commits(statement);
  }

  /** Several statements in one request: for questions that are asked together. */
  @Override
  public Map<String, String> connectionProperties() {
    return Map.of("allowMultiQueries", "true", "tcpKeepAlive", "true");
  }

  @Override
  public Session prepare(Connection connection, Duration lockTimeout) throws SQLException {
    Server known = server.of(connection);
    MySqlSession.use(connection, lockTimeout);
    return new Session(
        MySqlSession.id(connection),
        MySqlInspector.database(connection),
        "",
        MySqlSession.refusal(connection, known));
  }

  @Override
  public void useOwnSettings(Connection connection) throws SQLException {
    server.of(connection);
    MySqlSession.use(connection, Duration.ofMinutes(1));
  }

  @Override
  public void restore(Connection connection) throws SQLException {
    MySqlSession.restore(connection);
  }

  @Override
  public void limitLockWait(Connection connection, Duration limit) throws SQLException {
    MySqlSession.limitLockWait(connection, limit);
  }

  @Override
  public void restoreSearchPath(Connection connection, Session session) throws SQLException {
    if (session.schema() != null && !session.schema().equals(connection.getCatalog())) {
      connection.setCatalog(session.schema());
    }
  }

  @Override
  public boolean enterSchema(Connection connection, String schema) throws SQLException {
    if (!hasSchema(connection, schema)) {
      return false;
    }
    connection.setCatalog(schema);
    return true;
  }

  @Override
  public boolean hasSchema(Connection connection, String schema) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from information_schema.schemata where schema_name = ?")) {
      query.setString(1, schema);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public Set<QualifiedName> tables(Connection connection) throws SQLException {
    return new HashSet<>(
        new MySqlCatalog(connection, Set.of(MySqlInspector.database(connection)), null)
            .rows(
                "select table_schema, table_name from information_schema.tables where table_type in"
                    + " ('BASE TABLE', 'SYSTEM VERSIONED') and table_schema%s",
                row -> new QualifiedName(row.getString(1), row.getString(2))));
  }

  @Override
  public String ownColumn(OwnColumn column) {
    return switch (column) {
      case NUMBER -> "bigint not null auto_increment primary key";
      case MOMENT -> "datetime(6)";
      case LONG_TEXT -> "longtext";
      case REVISION -> "varchar(255) character set ascii collate ascii_bin";
    };
  }

  /** By the error code; states differ between the drivers (manuals, Server Error Messages). */
  @Override
  public Failure classify(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 1205, 3572 -> Failure.LOCK_TIMEOUT;
      case 1020, 1213 -> Failure.RETRY;
      case 1317, 1969, 3024 -> Failure.CANCELLED;
      case 1021, 1037, 1038, 1041, 1114 -> Failure.NO_RESOURCES;
      case 1053, 1080, 1152, 1927, 2006, 2013, 4031 -> Failure.CONNECTION_LOST;
      default ->
          failure.getSQLState() != null && failure.getSQLState().startsWith("08")
              ? Failure.CONNECTION_LOST
              : Failure.STATEMENT;
    };
  }

  @Override
  public boolean isMissingTable(SQLException failure) {
    return Set.of(1146, 1049).contains(failure.getErrorCode());
  }

  @Override
  public boolean isForbidden(SQLException failure) {
    return Set.of(1044, 1142, 1143, 1227, 1290, 1370, 1836).contains(failure.getErrorCode());
  }

  /** Without the number of the session, which MariaDB's driver writes before it. */
  @Override
  public String describe(SQLException failure, String sql) {
    String message = String.valueOf(failure.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "");
    return failure.getErrorCode() == SEVERAL_ROWS ? MissingValue.in(sql).orElse(message) : message;
  }

  @Override
  public Optional<String> connectAdvice(SQLException failure) {
    return MySqlConnectAdvice.of(failure);
  }

  /** The transactions that are open: without the rights of an administrator more is not known. */
  @Override
  public Optional<String> blockers(Connection watcher, String session) throws SQLException {
    try (PreparedStatement query =
        watcher.prepareStatement(
            "select p.id, p.user, p.host, t.trx_started, p.info from information_schema.innodb_trx t"
                + " join information_schema.processlist p on p.id = t.trx_mysql_thread_id"
                + " where p.id <> ? and p.id <> connection_id() order by t.trx_started limit 5")) {
      query.setLong(1, Long.parseLong(session));
      try (ResultSet row = query.executeQuery()) {
        StringBuilder found = new StringBuilder();
        while (row.next()) {
          String statement = row.getString(5);
          found
              .append(found.isEmpty() ? "" : "; ")
              .append("session ")
              .append(row.getString(1))
              .append(", user ")
              .append(row.getString(2))
              .append(" from ")
              .append(row.getString(3))
              .append(", in a transaction since ")
              .append(row.getString(4))
              .append(statement == null ? ", idle" : ", running: " + statement);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.toString());
      }
    } catch (SQLException e) {
      if (isForbidden(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The server carries a statement to its end although its client is gone. */
  @Override
  public Optional<String> stillRuns(Connection connection, String sql) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select id, user, time from information_schema.processlist"
                + " where info = ? and id <> connection_id()")) {
      query.setString(1, sql);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                "session "
                    + row.getString(1)
                    + ", user "
                    + row.getString(2)
                    + ", for "
                    + row.getString(3)
                    + " s; 'kill "
                    + row.getString(1)
                    + "' would end it")
            : Optional.empty();
      }
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row; null if there is none. */
  static @Nullable String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
