package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules;
import dev.autogen.schema.AutogenException;
import dev.autogen.text.Secrets;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens and closes the connections of a run. */
final class Connections {

  private Connections() {}

  /**
   * Opens a connection.
   *
   * @throws AutogenException if the database cannot be reached
   */
  static Connection open(ConnectionSource source) {
    try {
      return source.open();
    } catch (SQLException e) {
      throw AutogenException.failed("cannot connect to the database: " + masked(e), e);
    }
  }

  /** A second connection, for the lock. */
  static Connection openSecond(ConnectionSource source) {
    try {
      return source.openOwnSession();
    } catch (SQLException e) {
      throw noSecond(masked(e), e);
    } catch (AutogenException e) {
      throw noSecond(e.getMessage(), e);
    }
  }

  private static AutogenException noSecond(String reason, Exception cause) {
    return AutogenException.failed(
        "cannot open a second connection, which holds the runner's lock; nothing was done: "
            + reason
            + ". The role, the database or the pool must allow two at a time",
        cause);
  }

  /** Hides secrets, because drivers repeat the URL in some messages, with the password in it. */
  private static String masked(SQLException e) {
    return Secrets.hideInAddresses(String.valueOf(e.getMessage()));
  }

  static void restoreQuietly(ExecutionRules rules, Connection connection) {
    try {
      rules.restore(connection);
    } catch (SQLException e) {
      // The connection is gone, and its settings with it.
    }
  }

  static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // The connection is given up; what it could still say changes nothing.
    }
  }
}
