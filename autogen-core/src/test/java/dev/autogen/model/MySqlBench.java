package dev.autogen.model;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ThrowawayRules.Login;
import dev.autogen.testing.MySqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database of a server, which is copied to go back to a point. */
final class MySqlBench implements ChangeBench {

  private static final String NAME = "bench";
  private static final String MARK = "bench_mark";
  private static final Login NOBODY = new Login("", "");

  private final MySqlServer server;
  private final Dialect dialect;
  private final Connection connection;

  MySqlBench(MySqlServer server, Dialect dialect) {
    this.server = server;
    this.dialect = dialect;
    try {
      this.connection = server.connect("mysql");
      dialect.modelTarget(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public Connection empty() throws SQLException {
    List<String> databases = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show databases")) {
      while (row.next()) {
        databases.add(row.getString(1));
      }
    }
    databases.removeAll(
        List.of("information_schema", "mysql", "performance_schema", "sys", "autogen", MARK));
    for (String each : databases) {
      execute("drop database `" + each + "`");
    }
    execute("create database " + NAME + " character set utf8mb4");
    return enter();
  }

  /** Texts are joined by {@code ||}, as on other databases. */
  private Connection enter() throws SQLException {
    execute("use " + NAME);
    connection.setCatalog(NAME);
    execute("set sql_mode = 'STRICT_ALL_TABLES,PIPES_AS_CONCAT', foreign_key_checks = 1");
    return connection;
  }

  @Override
  public void mark() throws SQLException {
    dialect.throwawayRules().drop(connection, MARK);
    dialect.throwawayRules().copy(connection, NAME, MARK, NOBODY);
    enter();
  }

  @Override
  public Connection back() throws SQLException {
    dialect.throwawayRules().drop(connection, NAME);
    dialect.throwawayRules().copy(connection, MARK, NAME, NOBODY);
    return enter();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
