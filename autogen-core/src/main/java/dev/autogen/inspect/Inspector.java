package dev.autogen.inspect;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads the schema of a live database. */
@FunctionalInterface
public interface Inspector {

  /**
   * Reads what is in scope, in a number of round trips that does not grow with the tables.
   *
   * @throws SQLException if the database cannot be read
   */
  Inspection inspect(Connection connection, InspectionScope scope) throws SQLException;
}
