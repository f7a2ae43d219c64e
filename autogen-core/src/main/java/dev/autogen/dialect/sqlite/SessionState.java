package dev.autogen.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** What a session had set, and what was wrong in the database, before autogen came. */
final class SessionState {

  private static final Map<Connection, SessionState> ALL =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final int foreignKeys;
  private final int busyTimeout;
  private @Nullable Consistency known;

  private SessionState(int foreignKeys, int busyTimeout) {
    this.foreignKeys = foreignKeys;
    this.busyTimeout = busyTimeout;
  }

  /** Remembers the settings of a session. */
  static void remember(Connection connection) throws SQLException {
    ALL.put(
        connection,
        new SessionState(number(connection, "foreign_keys"), number(connection, "busy_timeout")));
  }

  private static int number(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma " + pragma)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  static @Nullable SessionState of(Connection connection) {
    return ALL.get(connection);
  }

  /** Gives a session its settings back. */
  static void restore(Connection connection) throws SQLException {
    SessionState state = ALL.remove(connection);
    if (state != null) {
      SqliteMemory.execute(connection, "pragma legacy_alter_table = off");
      SqliteMemory.execute(connection, "pragma foreign_keys = " + state.foreignKeys);
      SqliteMemory.execute(connection, "pragma busy_timeout = " + state.busyTimeout);
    }
  }

  /** What was wrong when it was looked at last, or null. */
  @Nullable Consistency known() {
    return known;
  }

  void know(@Nullable Consistency other) {
    known = other;
  }
}
