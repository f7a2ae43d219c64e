package dev.autogen.dialect.sqlite;

import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The version of the library that a driver contains. */
final class SqliteVersion {

  private static final int LEAST = 35;

  private SqliteVersion() {}

  /**
   * Refuses a library that cannot drop columns.
   *
   * @throws AutogenException if it is older than 3.35
   */
  static void refuseOld(Connection connection) throws SQLException {
    String version = of(connection);
    String[] parts = version.split("\\.");
    if (Integer.parseInt(parts[0]) == 3 && Integer.parseInt(parts[1]) < LEAST) {
      throw AutogenException.failed(
          "autogen needs SQLite 3.35 or later, and the driver contains SQLite "
              + version
              + "; nothing was done. Use org.xerial:sqlite-jdbc 3.35.0 or later",
          null);
    }
  }

  static String of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select sqlite_version()")) {
      row.next();
      return row.getString(1);
    }
  }
}
