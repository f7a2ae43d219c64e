package dev.autogen.dialect.sqlite;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The file of a database. */
final class SqliteFile {

  private static final String PREFIX = "jdbc:sqlite:";

  private SqliteFile() {}

  /** The file that a URL names; empty for one that has another form than a plain path. */
  static Optional<Path> ofUrl(String jdbcUrl) {
    String place = jdbcUrl.substring(Math.min(PREFIX.length(), jdbcUrl.length()));
    int question = place.indexOf('?');
    String file = question < 0 ? place : place.substring(0, question);
    if (file.isEmpty() || file.startsWith(":")) {
      return Optional.empty();
    }
    try {
      return Optional.of(file.startsWith("file:") ? Path.of(URI.create(file)) : Path.of(file));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

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
