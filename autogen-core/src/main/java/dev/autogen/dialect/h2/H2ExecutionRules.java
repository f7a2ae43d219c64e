package dev.autogen.dialect.h2;

import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.MissingValue;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.TextRules;
import dev.autogen.sql.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells a runner what it must know of H2 while it executes migrations. */
final class H2ExecutionRules implements ExecutionRules {

  /** The words with which statements begin that commit the transaction (H2 manual, Commands). */
  private static final Set<String> COMMITTING =
      Set.of(
          "create",
          "alter",
          "drop",
          "comment",
          "grant",
          "revoke",
          "truncate",
          "analyze",
          "backup",
          "checkpoint",
          "shutdown",
          "runscript");

  private final H2Names names;

  H2ExecutionRules(H2Names names) {
    this.names = names;
  }

  /** Whether a statement commits the transaction in which it runs. */
  static boolean commits(String statement, TextRules text) {
    Token first = text.tokens(statement).get(0);
    return first.kind() == Token.Kind.WORD && COMMITTING.contains(H2Text.lower(first.text()));
  }

  @Override
  public boolean needsNoTransaction(String statement) {
    return commits(statement, names.text());
  }

  @Override
  public Session prepare(Connection connection, Duration lockTimeout) throws SQLException {
    H2Mode.refuseLegacy(connection);
    limitLockWait(connection, lockTimeout);
    String refusal = connection.isReadOnly() ? "the database is read-only" : null;
    String schema = connection.getSchema();
    return new Session(
        sessionId(connection),
        schema == null ? null : names.text().names().named(schema),
        "",
        refusal);
  }

  private static String sessionId(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select session_id()")) {
      row.next();
      return row.getString(1);
    }
  }

  /** A limit of 0 would mean not to wait at all. */
  @Override
  public void limitLockWait(Connection connection, Duration limit) throws SQLException {
    long millis =
        limit.isZero() ? Integer.MAX_VALUE : Math.min(limit.toMillis(), Integer.MAX_VALUE);
    execute(connection, "set lock_timeout " + millis);
  }

  /** H2 writes commits to the disk after up to {@code WRITE_DELAY} milliseconds. */
  @Override
  public void flushCommits(Connection connection) throws SQLException {
    execute(connection, "checkpoint sync");
  }

  @Override
  public boolean commitsWaitForDisk() {
    return false;
  }

  @Override
  public boolean enterSchema(Connection connection, String schema) throws SQLException {
    if (!hasSchema(connection, schema)) {
      return false;
    }
    connection.setSchema(names.text().names().stored(schema));
    return true;
  }

  @Override
  public boolean hasSchema(Connection connection, String schema) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from INFORMATION_SCHEMA.SCHEMATA where SCHEMA_NAME = ?")) {
      query.setString(1, names.text().names().stored(schema));
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public Set<QualifiedName> tables(Connection connection) throws SQLException {
    H2Catalog catalog = new H2Catalog(connection, names, Set.of(), null);
    return new HashSet<>(
        catalog.rows(
            "table_schema, table_name",
            "tables where table_type = 'BASE TABLE' and upper(table_schema) <> 'INFORMATION_SCHEMA'",
            row -> catalog.name(row, "table_schema", "table_name")));
  }

  /** By the error code ({@code org.h2.api.ErrorCode}). */
  @Override
  public Failure classify(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 50200 -> Failure.LOCK_TIMEOUT;
      case 40001, 90131 -> Failure.RETRY;
      case 57014, 90039 -> Failure.CANCELLED;
      case 90100, 90108 -> Failure.NO_RESOURCES;
      case 90007, 90067, 90121, 90098 -> Failure.CONNECTION_LOST;
      default -> Failure.STATEMENT;
    };
  }

  @Override
  public boolean isMissingTable(SQLException failure) {
    return Set.of(42102, 42103, 42104, 90079).contains(failure.getErrorCode());
  }

  @Override
  public boolean isForbidden(SQLException failure) {
    return Set.of(90096, 90097, 90040).contains(failure.getErrorCode());
  }

  /** Without the statement, which H2 repeats. */
  @Override
  public String describe(SQLException failure, String sql) {
    String message = String.valueOf(failure.getMessage());
    int repeated = message.indexOf("; SQL statement:");
    String said = repeated < 0 ? message : message.substring(0, repeated);
    return MissingValue.in(said).orElse(said);
  }

  @Override
  public Optional<String> connectAdvice(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 90020 ->
          Optional.of(
              "Another process has the file open. Stop it, or add ;AUTO_SERVER=TRUE to the URL in"
                  + " both.");
      case 8000 ->
          String.valueOf(failure.getMessage()).contains("Lock file")
              ? Optional.of("Other processes open the file at this moment. Run the command again.")
              : Optional.empty();
      case 90067 ->
          Optional.of(
              "The server, or the process that had opened the file, has ended. Run the command"
                  + " again.");
      case 28000 -> Optional.of("User and password are those with which the file was created.");
      case 90030 ->
          Optional.of(
              "Another version of H2 wrote the file; run autogen with the H2 of the project.");
      case 90149, 90146 ->
          Optional.of("There is no such database; without ;IFEXISTS=TRUE, H2 creates the file.");
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<String> blockers(Connection watcher, String session) throws SQLException {
    try (PreparedStatement query =
        watcher.prepareStatement(
            "select b.SESSION_ID, b.USER_NAME, b.SESSION_START, b.EXECUTING_STATEMENT"
                + " from INFORMATION_SCHEMA.SESSIONS s join INFORMATION_SCHEMA.SESSIONS b"
                + " on b.SESSION_ID = s.BLOCKER_ID where s.SESSION_ID = ?")) {
      query.setInt(1, Integer.parseInt(session));
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String statement = row.getString(4);
        return Optional.of(
            "session "
                + row.getString(1)
                + ", user "
                + row.getString(2)
                + ", since "
                + row.getString(3)
                + (statement == null ? ", idle in a transaction" : ", running: " + statement));
      }
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
