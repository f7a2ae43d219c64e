package dev.autogen.dialect.h2;

import dev.autogen.dialect.LockHeld;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.schema.AutogenException;
import dev.autogen.sql.TextRules;
import dev.autogen.sql.Token;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Locks a database by a row of a table beside the version table, which a transaction of the lock's
 * own connection holds. It survives the DDL of other sessions, and ends with the connection.
 */
final class H2RunnerLock implements RunnerLock {

  private static final long LONGEST_PAUSE_MILLIS = 200;

  private final TextRules text;

  H2RunnerLock(TextRules text) {
    this.text = text;
  }

  @Override
  public Handle acquire(Connection connection, String versionTable, Duration wait)
      throws SQLException {
    String table = table(versionTable);
    long deadline = System.nanoTime() + wait.toNanos();
    H2ExecutionRules.execute(connection, "set lock_timeout 50");
    connection.setAutoCommit(true);
    while (!tryLock(connection, table)) {
      if (System.nanoTime() >= deadline) {
        throw held(connection, wait);
      }
      sleep(ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MILLIS));
    }
    return new Held(connection);
  }

  /** The table beside the version table, qualified. */
  private String table(String versionTable) {
    List<Token> tokens = text.tokens(versionTable);
    Token last = tokens.get(tokens.size() - 2);
    String prefix = versionTable.substring(0, last.start());
    return prefix + text.names().quoted(text.name(last) + TABLE_SUFFIX);
  }

  private static boolean tryLock(Connection connection, String table) throws SQLException {
    try {
      try {
        return select(connection, table);
      } catch (SQLException e) {
        if (e.getErrorCode() == 50200) {
          return false;
        }
      }
      // The table is missing, or its schema: whoever comes first creates it.
      connection.setAutoCommit(true);
      int dot = table.lastIndexOf("\".\"");
      if (dot > 0) {
        H2ExecutionRules.execute(
            connection, "create schema if not exists " + table.substring(0, dot + 1));
      }
      H2ExecutionRules.execute(
          connection, "create table if not exists " + table + " (id integer primary key)");
      H2ExecutionRules.execute(connection, "merge into " + table + " key (id) values (1)");
      return select(connection, table);
    } catch (SQLException e) {
      connection.rollback();
      connection.setAutoCommit(true);
      if (e.getErrorCode() == 50200 || e.getErrorCode() == 23505 || e.getErrorCode() == 90131) {
        return false;
      }
      throw e;
    }
  }

  private static boolean select(Connection connection, String table) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select id from " + table + " where id = 1 for update")) {
      if (row.next()) {
        return true;
      }
    }
    throw new SQLException("the row is missing", "42S02", 42102);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while waiting for another runner", e);
    }
  }

  private static LockHeld held(Connection connection, Duration wait) throws SQLException {
    StringBuilder holders = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select SESSION_ID, USER_NAME, SESSION_START from INFORMATION_SCHEMA.SESSIONS"
                    + " where SESSION_ID <> session_id() order by SESSION_START")) {
      while (rows.next()) {
        holders
            .append(holders.isEmpty() ? "" : "; ")
            .append("session ")
            .append(rows.getString(1))
            .append(", user ")
            .append(rows.getString(2))
            .append(", since ")
            .append(rows.getString(3));
      }
    }
    return new LockHeld(
        "another runner is at work on the database (its sessions: "
            + holders
            + "); waited "
            + (wait.toSeconds() > 0 ? wait.toSeconds() + " s" : wait.toMillis() + " ms")
            + ". Run the command again when it is done");
  }

  /** The lock while it is held. */
  private record Held(Connection connection) implements Handle {

    @Override
    public boolean isHeld() {
      try {
        return connection.isValid(1);
      } catch (SQLException e) {
        return false;
      }
    }

    @Override
    public void close() {
      try {
        connection.rollback();
        connection.setAutoCommit(true);
      } catch (SQLException e) {
        // The connection is gone, and the lock with it.
      }
    }
  }
}
