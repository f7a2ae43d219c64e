package dev.autogen.run;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database; {@code DataSource::getConnection} is such a source. */
@FunctionalInterface
public interface ConnectionSource {

  /** A connection that the caller closes. */
  Connection open() throws SQLException;

  /**
   * A connection that is always a new session, unlike {@link #open} perhaps; the caller closes it.
   */
  default Connection openOwnSession() throws SQLException {
    return open();
  }

  /**
   * The same connections, for work that changes the database: a database that is a file, and does
   * not exist yet, is created by them alone.
   */
  default ConnectionSource toChange() {
    return this;
  }

  /**
   * Connections of another user to the same database.
   *
   * @throws SQLException if this source cannot open them
   */
  default ConnectionSource as(String user, String password) throws SQLException {
    throw new SQLException("connections of another user cannot be had here");
  }
}
