package dev.autogen.run;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database; a {@code DataSource}'s {@code getConnection} is one. */
@FunctionalInterface
public interface ConnectionSource {

  /** A connection that the caller closes. */
  Connection open() throws SQLException;

  /**
   * Connections of another user to the same database.
   *
   * @throws SQLException if that cannot be had here
   */
  default ConnectionSource as(String user, String password) throws SQLException {
    throw new SQLException("connections of another user cannot be had here");
  }
}
