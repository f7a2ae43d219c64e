package dev.autogen.dialect.sqlite;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Opens databases with the driver of another connection. */
final class SqliteMemory {

  private SqliteMemory() {}

  /** A database in memory, with the driver beside autogen. */
  static Connection open() throws SQLException {
    Connection opened =
        driver(SqliteMemory.class.getClassLoader())
            .connect("jdbc:sqlite::memory:", new Properties());
    if (opened == null) {
      throw new SQLException("SQLite's driver opens no database in memory");
    }
    return opened;
  }

  /** A database in memory, for this connection alone. */
  static Connection open(Connection like) throws SQLException {
    return open(like, "jdbc:sqlite::memory:");
  }

  static Connection open(Connection like, String url) throws SQLException {
    Connection opened = driver(like).connect(url, new Properties());
    if (opened == null) {
      throw new SQLException("SQLite's driver does not open " + url);
    }
    return opened;
  }

  private static Driver driver(Connection like) throws SQLException {
    // A pool or a guard may be around it.
    ClassLoader loader = like.getMetaData().getClass().getClassLoader();
    return driver(loader == null ? SqliteMemory.class.getClassLoader() : loader);
  }

  private static Driver driver(ClassLoader loader) throws SQLException {
    try {
      Class<?> type = Class.forName("org.sqlite.JDBC", true, loader);
      return (Driver) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new SQLException("SQLite's driver cannot be used: " + e.getMessage(), e);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
