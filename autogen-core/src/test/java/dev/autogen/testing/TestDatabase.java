package dev.autogen.testing;

import dev.autogen.run.JdbcConnections;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database of its own on a real PostgreSQL server, dropped when closed.
 *
 * <p>The server is embedded by default; {@code -Dautogen.test.database=testcontainers} takes one in
 * a container, of the image that {@code -Dautogen.test.image.18=…} names. It is shared by all tests
 * of a virtual machine; the user is a superuser.
 */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestServer server;
  private final String name;

  private TestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Creates an empty database. */
  public static TestDatabase create(PostgreSqlVersion version) {
    TestServer server = TestServer.of(version);
    String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    run(server.url("postgres"), "create database " + name + copied(version));
    return new TestDatabase(server, name);
  }

  /** Copying files costs less than logging them, and before PostgreSQL 15 there is nothing else. */
  private static String copied(PostgreSqlVersion version) {
    return version.major() < 15 ? "" : " strategy file_copy";
  }

  /** Creates an empty database on the newest version. */
  public static TestDatabase create() {
    return create(PostgreSqlVersion.V18);
  }

  /** The name of the database. */
  public String name() {
    return name;
  }

  /** The JDBC URL, with the user in it. */
  public String url() {
    return server.url(name);
  }

  /** Its connections, which may be another user's too. */
  public JdbcConnections connections() {
    int query = url().indexOf('?');
    Properties properties = new Properties();
    for (String parameter : url().substring(query + 1).split("&")) {
      properties.put(parameter.replaceFirst("=.*", ""), parameter.replaceFirst("[^=]*=", ""));
    }
    return new JdbcConnections(url().substring(0, query), properties);
  }

  /** Opens a connection; the caller closes it. */
  public Connection connect() {
    try {
      return DriverManager.getConnection(url());
    } catch (SQLException e) {
      throw new IllegalStateException("no connection to " + name + ": " + e.getMessage(), e);
    }
  }

  /** Runs statements one after the other, each of which may be a script. */
  public void execute(String... sql) {
    run(url(), sql);
  }

  /** The rows of a query as text, nulls as {@code null}. */
  public List<List<String>> query(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<List<String>> result = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(rows.getString(i)));
        }
        result.add(List.copyOf(row));
      }
      return List.copyOf(result);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + "\nin: " + sql, e);
    }
  }

  /** The one value of a query with one row and one column. */
  public String queryValue(String sql) {
    List<List<String>> rows = query(sql);
    if (rows.size() != 1 || rows.get(0).size() != 1) {
      throw new IllegalStateException("not one value: " + rows + "\nin: " + sql);
    }
    return rows.get(0).get(0);
  }

  @Override
  public void close() {
    run(server.url("postgres"), "drop database if exists " + name + " with (force)");
  }

  private static void run(String url, String... statements) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw new IllegalStateException(e.getMessage() + "\nin: " + sql, e);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no connection to " + url + ": " + e.getMessage(), e);
    }
  }
}
