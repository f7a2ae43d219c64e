package dev.autogen.testing;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.JdbcConnections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/** The databases beside PostgreSQL, for tests that are the same on each. */
public enum OtherDatabase {
  H2("H2"),
  SQLITE("SQLite"),
  MARIADB("MariaDB"),
  MYSQL("MySQL");

  private final String label;

  OtherDatabase(String label) {
    this.label = label;
  }

  /** Those that run here; for one that does not, {@code NOT TRIED} is printed. */
  public static Stream<OtherDatabase> present() {
    return Arrays.stream(values()).filter(OtherDatabase::isThere);
  }

  private boolean isThere() {
    return switch (this) {
      case H2, SQLITE -> true;
      case MARIADB -> MySqlServer.MARIADB.isThere();
      case MYSQL -> MySqlServer.MYSQL.isThere();
    };
  }

  /** An empty database, and the dialect that knows it. */
  public record Empty(String url, ConnectionSource connections, Dialect dialect) {

    /** Throws it away. */
    public void drop() throws SQLException, IOException {
      if (url.startsWith("jdbc:h2:")) {
        execute("shutdown");
      } else if (url.startsWith("jdbc:sqlite:")) {
        Path file = Path.of(url.substring("jdbc:sqlite:".length()));
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.getParent());
      } else {
        execute("drop database " + url.replaceFirst("^.*/([^/?]+)\\?.*$", "$1"));
      }
    }

    /** Runs a script. */
    public void execute(String script) throws SQLException {
      try (Connection connection = connections.open();
          Statement statement = connection.createStatement()) {
        for (String sql : dialect.textRules().statements(script)) {
          statement.execute(sql);
        }
      }
    }
  }

  /** Creates an empty database. */
  public Empty create() throws SQLException, IOException {
    String url =
        switch (this) {
          case H2 -> "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
          case SQLITE -> "jdbc:sqlite:" + file();
          case MARIADB -> MySqlServer.MARIADB.url(MySqlServer.MARIADB.create());
          case MYSQL -> MySqlServer.MYSQL.url(MySqlServer.MYSQL.create());
        };
    Dialect dialect = Dialects.of(url);
    Properties properties = new Properties();
    dialect.executionRules().connectionProperties().forEach(properties::put);
    ConnectionSource connections = new JdbcConnections(url, properties);
    try (Connection connection = connections.open()) {
      dialect.modelTarget(connection); // a dialect of a server gets to know it
    }
    return new Empty(url, connections, dialect);
  }

  private static Path file() throws IOException {
    Path directory = Files.createTempDirectory("autogen-sqlite-");
    directory.toFile().deleteOnExit();
    Path file = directory.resolve("test.db");
    file.toFile().deleteOnExit();
    return file;
  }

  @Override
  public String toString() {
    return label;
  }
}
