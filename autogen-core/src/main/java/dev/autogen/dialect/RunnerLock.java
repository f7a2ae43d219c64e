package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Makes sure that only one runner works on a database. */
public interface RunnerLock {

  /**
   * What follows the name of the version table in that of a table that serves the lock alone, where
   * the database has no locks of another kind.
   */
  String TABLE_SUFFIX = "_lock";

  /**
   * Waits for the lock by polling, no longer than {@code wait}, and holds it until the handle is
   * closed or the connection ends.
   *
   * @param connection a direct connection that serves the lock alone
   * @param versionTable the version table, qualified; it is part of the lock's key
   * @throws LockHeld if another runner holds the lock for longer; the message names the holder
   * @throws SQLException if the connection fails
   */
  Handle acquire(Connection connection, String versionTable, Duration wait) throws SQLException;

  /** The lock while it is held. */
  interface Handle extends AutoCloseable {

    /** Whether the lock is still held: false once its connection is gone. */
    boolean isHeld();

    @Override
    void close();
  }
}
