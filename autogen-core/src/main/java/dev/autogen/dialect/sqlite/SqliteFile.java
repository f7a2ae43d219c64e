package dev.autogen.dialect.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The file of a database. */
final class SqliteFile {

  private SqliteFile() {}

  /** The file, as SQLite found it; empty for a database in memory. */
  static Optional<Path> of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select file from pragma_database_list where name = 'main'")) {
      String file = row.next() ? row.getString(1) : null;
      boolean none = file == null || file.isEmpty() || SqliteThrowawayRules.isOne(connection);
      return none ? Optional.empty() : Optional.of(Path.of(file)).filter(Files::exists);
    }
  }
}
