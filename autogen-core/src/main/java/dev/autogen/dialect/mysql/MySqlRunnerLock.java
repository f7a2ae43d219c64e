package dev.autogen.dialect.mysql;

import dev.autogen.dialect.LockHeld;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.schema.AutogenException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the server by name, {@code GET_LOCK}, which ends with its connection. It is one for the
 * whole server, so that its name is made of those of database and version table. The nodes of a
 * cluster do not share it.
 */
final class MySqlRunnerLock implements RunnerLock {

  private static final long LONGEST_PAUSE_MILLIS = 200;

  /** MySQL takes 64 characters. */
  private static final int DIGITS = 48;

  @Override
  public Handle acquire(Connection connection, String versionTable, Duration wait)
      throws SQLException {
    String name = "autogen:" + digest(MySqlInspector.database(connection) + "\n" + versionTable);
    MySqlExecutionRules.execute(connection, "set wait_timeout = 31536000");
    long deadline = System.nanoTime() + wait.toNanos();
    while (!"1".equals(ask(connection, "select get_lock(?, 0)", name))) {
      if (System.nanoTime() >= deadline) {
        throw held(connection, name, wait);
      }
      sleep(ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MILLIS));
    }
    return new Held(connection, name);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static @Nullable String ask(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while waiting for another runner", e);
    }
  }

  private static LockHeld held(Connection connection, String name, Duration wait)
      throws SQLException {
    String holder =
        ask(
            connection,
            "select concat('session ', p.id, ', user ', p.user, ' from ', p.host) from"
                + " information_schema.processlist p where p.id = is_used_lock(?)",
            name);
    String id = ask(connection, "select is_used_lock(?)", name);
    return new LockHeld(
        "another runner is at work on the database ("
            + (holder != null ? holder : id == null ? "it has just ended" : "session " + id)
            + "); waited "
            + (wait.toSeconds() > 0 ? wait.toSeconds() + " s" : wait.toMillis() + " ms")
            + ". Run the command again when it is done");
  }

  /** The lock while it is held. */
  private record Held(Connection connection, String name) implements Handle {

    @Override
    public boolean isHeld() {
      try {
        return "1".equals(ask(connection, "select is_used_lock(?) = connection_id()", name));
      } catch (SQLException e) {
        return false;
      }
    }

    @Override
    public void close() {
      try {
        ask(connection, "select release_lock(?)", name);
      } catch (SQLException e) {
        // The connection is gone, and the lock with it.
      }
    }
  }
}
