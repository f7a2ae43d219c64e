package dev.autogen.shadow;

import dev.autogen.embedded.EmbeddedPostgreSql;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.JdbcConnections;
import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * A shadow on a PostgreSQL server of autogen's own. Prepared databases are kept as templates, so
 * that the next proof copies a history rather than running it.
 */
public final class ServerShadow implements Shadow {

  private static final String SCRATCH = "scratch";
  private static final String TEMPLATE_PREFIX = "history_";
  private static final int TEMPLATES_KEPT = 8;
  private static final int KEY_LENGTH = 40;

  private final EmbeddedPostgreSql server;

  private ServerShadow(EmbeddedPostgreSql server) {
    this.server = server;
  }

  /**
   * Starts the server.
   *
   * @param home its directory
   * @param wait how long to wait for another command that uses it
   * @throws AutogenException if it does not start
   */
  public static ServerShadow start(Path home, Duration wait, Consumer<String> progress) {
    return new ServerShadow(EmbeddedPostgreSql.start(home, wait, progress));
  }

  @Override
  public void prepare(String key, Filling filling) throws SQLException {
    String template = TEMPLATE_PREFIX + key.substring(0, Math.min(KEY_LENGTH, key.length()));
    try (Connection connection = open("postgres")) {
      run(connection, "drop database if exists " + SCRATCH + " with (force)");
      if (!templates(connection).contains(template)) {
        String unfinished = "filling";
        run(connection, "drop database if exists " + unfinished + " with (force)");
        run(connection, "create database " + unfinished);
        filling.fill(() -> open(unfinished));
        run(connection, "alter database " + unfinished + " rename to " + template);
        dropOld(connection);
      }
      run(connection, "create database " + SCRATCH + " template " + template);
    }
  }

  private static List<String> templates(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select datname from pg_database where datname like '"
                    + TEMPLATE_PREFIX
                    + "%' order by oid")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static void dropOld(Connection connection) throws SQLException {
    List<String> templates = templates(connection);
    for (String old : templates.subList(0, Math.max(0, templates.size() - TEMPLATES_KEPT))) {
      run(connection, "drop database if exists " + old + " with (force)");
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection open(String database) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", server.user());
    properties.put("password", server.password());
    String url = server.jdbcUrl().replaceFirst("/postgres$", "/" + database);
    return new JdbcConnections(url, properties).open();
  }

  @Override
  public ConnectionSource connections() {
    return () -> open(SCRATCH);
  }

  @Override
  public String product() {
    try (Connection connection = open("postgres")) {
      return Products.of(connection);
    } catch (SQLException e) {
      throw AutogenException.failed("The shadow database does not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
