package dev.autogen.run;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database; a {@code DataSource}'s {@code getConnection} is one. */
@FunctionalInterface
public interface ConnectionSource {

  /** A connection that the caller closes. */
  Connection open() throws SQLException;

  /**
   * A connection that is a session of its own, whatever {@link #open} gives; the caller closes it.
   */
  default Connection openOwnSession() throws SQLException {
    return open();
  }

  /**
   * Connections of another user to the same database.
   *
   * @throws SQLException if that cannot be had here
   */
  default ConnectionSource as(String user, String password) throws SQLException {
    throw new SQLException("connections of another user cannot be had here");
  }
}
