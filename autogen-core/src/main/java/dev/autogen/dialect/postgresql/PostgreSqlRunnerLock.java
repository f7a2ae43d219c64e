package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.LockHeld;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.schema.AutogenException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Locks a database with an advisory lock of the session (PostgreSQL manual, 13.3.5).
 *
 * <p>A runner that waits polls for it. A session that blocks in {@code pg_advisory_lock} holds a
 * snapshot, and the lock's holder would wait for that snapshot in {@code CREATE INDEX
 * CONCURRENTLY}: a deadlock.
 */
public final class PostgreSqlRunnerLock implements RunnerLock {

  private static final String HOLDER =
      "select a.pid, a.application_name, a.usename, a.client_addr,"
          + " extract(epoch from pg_catalog.now() operator(pg_catalog.-) a.backend_start)"
          + "::pg_catalog.int8 as age"
          + " from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a"
          + " on a.pid operator(pg_catalog.=) l.pid"
          + " where l.locktype operator(pg_catalog.=) 'advisory' and l.granted"
          + " and l.objsubid operator(pg_catalog.=) 1"
          + " and l.database operator(pg_catalog.=) (select oid from pg_catalog.pg_database"
          + " where datname operator(pg_catalog.=) pg_catalog.current_database())"
          + " and l.classid operator(pg_catalog.=) ?::pg_catalog.int8"
          + " and l.objid operator(pg_catalog.=) ?::pg_catalog.int8";

  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 500;

  @Override
  public Handle acquire(Connection connection, String versionTable, Duration wait)
      throws SQLException {
    long key = key(connection, versionTable);
    long deadline = System.nanoTime() + wait.toNanos();
    for (long pause = FIRST_PAUSE_MILLIS; !tryLock(connection, key); pause = longer(pause)) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw held(connection, key, wait);
      }
      sleep(Math.min(left, ThreadLocalRandom.current().nextLong(pause / 2, pause + 1)));
    }
    return new Held(connection, key);
  }

  private static long longer(long pause) {
    return Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while waiting for another runner", e);
    }
  }

  /** The first 64 bits of a hash: PostgreSQL's own key space is shared with other applications. */
  private static long key(Connection connection, String versionTable) throws SQLException {
    String name = "autogen\n" + connection.getCatalog() + "\n" + versionTable;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static boolean tryLock(Connection connection, long key) throws SQLException {
    return isTrue(connection, "select pg_catalog.pg_try_advisory_lock(" + key + ")");
  }

  private static boolean isTrue(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static LockHeld held(Connection connection, long key, Duration wait) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(HOLDER)) {
      query.setLong(1, key >>> 32);
      query.setLong(2, key & 0xffffffffL);
      try (ResultSet row = query.executeQuery()) {
        String holder = row.next() ? holder(row) : "another session";
        return new LockHeld(
            "another runner is at work on the database: "
                + holder
                + "; waited "
                + words(wait)
                + ". Run the command again when it is done");
      }
    }
  }

  private static String holder(ResultSet row) throws SQLException {
    String application = row.getString("application_name");
    String address = row.getString("client_addr");
    return "pid "
        + row.getInt("pid")
        + (application == null || application.isEmpty() ? "" : ", application " + application)
        + ", user "
        + row.getString("usename")
        + (address == null ? "" : ", from " + address)
        + ", connected for "
        + words(Duration.ofSeconds(row.getLong("age")));
  }

  static String words(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds >= 3600) {
      return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    } else if (seconds >= 60) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds > 0 ? seconds + " s" : duration.toMillis() + " ms";
  }

  /** The lock while it is held; it belongs to the session, so it ends with the connection. */
  private static final class Held implements Handle {

    private static final long TRUSTED_NANOS = 1_000_000_000L;

    private final Connection connection;
    private final long key;
    private long seenNanos = System.nanoTime();

    Held(Connection connection, long key) {
      this.connection = connection;
      this.key = key;
    }

    @Override
    public boolean isHeld() {
      if (System.nanoTime() - seenNanos < TRUSTED_NANOS) {
        return true;
      }
      try {
        boolean held =
            isTrue(
                connection,
                "select exists (select from pg_catalog.pg_locks"
                    + " where locktype operator(pg_catalog.=) 'advisory' and granted"
                    + " and pid operator(pg_catalog.=) pg_catalog.pg_backend_pid()"
                    + " and classid operator(pg_catalog.=) "
                    + (key >>> 32)
                    + " and objid operator(pg_catalog.=) "
                    + (key & 0xffffffffL)
                    + ")");
        seenNanos = System.nanoTime();
        return held;
      } catch (SQLException e) {
        return false;
      }
    }

    @Override
    public void close() {
      try {
        isTrue(connection, "select pg_catalog.pg_advisory_unlock(" + key + ")");
      } catch (SQLException e) {
        // The connection is gone, and the lock with it.
      }
    }
  }
}
