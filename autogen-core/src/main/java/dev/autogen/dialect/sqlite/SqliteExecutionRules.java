package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.ExecutionRules;
import dev.autogen.schema.QualifiedName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a runner what it must know of SQLite while it executes migrations. */
final class SqliteExecutionRules implements ExecutionRules {

  /** How the driver puts the library's message into one of its own. */
  private static final Pattern MESSAGE = Pattern.compile("(?s)^\\[\\w+\\] [^(]*\\((.*)\\)\\s*$");

  @Override
  public String ownColumn(OwnColumn column) {
    return column == OwnColumn.NUMBER
        ? "integer primary key autoincrement"
        : ExecutionRules.super.ownColumn(column);
  }

  /** There are no users. */
  @Override
  public String currentUser() {
    return "'script'";
  }

  /** Milliseconds, as the driver writes moments. */
  @Override
  public String currentMoment() {
    return "cast((julianday('now') - 2440587.5) * 86400000 as integer)";
  }

  /** Within a transaction, foreign keys can be switched neither off nor on. */
  @Override
  public Session prepare(Connection connection, Duration lockTimeout) throws SQLException {
    SqliteVersion.refuseOld(connection);
    SessionState.remember(connection);
    SqliteMemory.execute(connection, "pragma foreign_keys = off");
    limitLockWait(connection, lockTimeout);
    return new Session("", null, "", refusal(connection));
  }

  private static @Nullable String refusal(Connection connection) throws SQLException {
    if (connection.isReadOnly()) {
      return "the connection is read-only";
    }
    Optional<Path> file = SqliteFile.of(connection);
    if (file.isPresent() && !Files.isWritable(file.get())) {
      return "the file " + file.get() + " may not be written";
    }
    Path folder = file.map(Path::getParent).orElse(null);
    return folder == null || Files.isWritable(folder)
        ? null
        : "the folder " + folder + " may not be written, and SQLite keeps its journal there";
  }

  @Override
  public void restore(Connection connection) throws SQLException {
    SessionState.restore(connection);
  }

  /** A limit of 0 would mean not to wait at all. */
  @Override
  public void limitLockWait(Connection connection, Duration limit) throws SQLException {
    long millis =
        limit.isZero() ? Integer.MAX_VALUE : Math.min(limit.toMillis(), Integer.MAX_VALUE);
    SqliteMemory.execute(connection, "pragma busy_timeout = " + millis);
  }

  /** The driver changes this for no connection that is open. */
  @Override
  public void setReadOnly(Connection connection, boolean readOnly) throws SQLException {
    SqliteMemory.execute(connection, "pragma query_only = " + (readOnly ? "on" : "off"));
  }

  @Override
  public void lookBeforeWork(Connection connection) throws SQLException {
    SessionState state = SessionState.of(connection);
    if (state != null && state.known() == null) {
      state.know(Consistency.of(connection));
    }
  }

  @Override
  public void checkBeforeCommit(Connection connection) throws SQLException {
    SessionState state = SessionState.of(connection);
    Consistency before = state == null ? null : state.known();
    if (state != null && before != null) {
      Consistency now = Consistency.of(connection);
      now.refuseNew(before);
      state.know(now);
    }
  }

  @Override
  public Set<QualifiedName> tables(Connection connection) throws SQLException {
    Set<QualifiedName> tables = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select name from sqlite_master where type = 'table'")) {
      while (row.next()) {
        if (!SqliteText.lower(row.getString(1)).startsWith("sqlite_")) {
          tables.add(SqliteInspector.name(row.getString(1)));
        }
      }
    }
    return tables;
  }

  /** There are no schemas. */
  @Override
  public boolean enterSchema(Connection connection, String schema) {
    return false;
  }

  @Override
  public boolean hasSchema(Connection connection, String schema) {
    return false;
  }

  /** By the library's code, of which the driver gives the last byte (manual, rescode). */
  @Override
  public Failure classify(SQLException failure) {
    return switch (failure.getErrorCode() & 0xff) {
      case 5, 6 -> isOutdated(failure) ? Failure.RETRY : Failure.LOCK_TIMEOUT;
      case 7, 13 -> Failure.NO_RESOURCES;
      case 9 -> Failure.CANCELLED;
      default -> Failure.STATEMENT;
    };
  }

  /** Somebody has committed since the transaction began to read. */
  private static boolean isOutdated(SQLException failure) {
    return String.valueOf(failure.getMessage()).contains("BUSY_SNAPSHOT");
  }

  @Override
  public boolean isMissingTable(SQLException failure) {
    return String.valueOf(failure.getMessage()).contains("no such table");
  }

  @Override
  public boolean isForbidden(SQLException failure) {
    int code = failure.getErrorCode() & 0xff;
    return code == 8 || code == 23;
  }

  @Override
  public String describe(SQLException failure, String sql) {
    return words(failure);
  }

  /** The library's message without the driver's. */
  static String words(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher inner = MESSAGE.matcher(message);
    String words = inner.matches() ? inner.group(1) : message;
    return Rebuild.readable(SqliteErrors.raisedMessage(words).orElse(words));
  }

  @Override
  public Optional<String> connectAdvice(SQLException failure) {
    return switch (failure.getErrorCode() & 0xff) {
      case 14 -> Optional.of("SQLite creates the file, but not its folder; it must be writable.");
      case 26 -> Optional.of("The file is no database of SQLite, or it is encrypted.");
      default -> Optional.empty();
    };
  }
}
