package dev.autogen.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Copies one database into another: its tables with their rows, sequences, views, routines and
 * triggers, each by what the server itself prints of it.
 */
final class DatabaseCopy {

  private final Connection connection;
  private final String from;
  private final String to;

  DatabaseCopy(Connection connection, String from, String to) {
    this.connection = connection;
    this.from = from;
    this.to = to;
  }

  void run() throws SQLException {
    String before = connection.getCatalog();
    try {
      // A table may be created before those to which it refers.
      MySqlExecutionRules.execute(connection, "set foreign_key_checks = 0");
      enter(to);
      for (String sequence : names("SEQUENCE")) {
        sequence(sequence);
      }
      for (String table : names("BASE TABLE")) {
        table(table);
      }
      for (String view : names("VIEW")) {
        create("view", view, 2);
      }
      others();
    } finally {
      MySqlExecutionRules.execute(connection, "set foreign_key_checks = 1");
      if (before != null) {
        enter(before);
      }
    }
  }

  private void enter(String database) throws SQLException {
    MySqlExecutionRules.execute(connection, "use " + MySqlNames.quote(database));
  }

  private List<String> names(String type) throws SQLException {
    return new MySqlCatalog(connection, Set.of(from), null)
        .rows(
            "select table_name from information_schema.tables where table_schema%s and table_type = "
                + MySqlNames.literal(type)
                + " order by create_time, table_name",
            row -> row.getString(1));
  }

  private String original(String name) {
    return MySqlText.RULES.names().quoted(from, name);
  }

  private void create(String kind, String name, int column) throws SQLException {
    enter(from);
    String sql;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show create " + kind + " " + original(name))) {
      row.next();
      sql = row.getString(column);
    }
    enter(to);
    MySqlExecutionRules.execute(connection, sql);
  }

  private void table(String name) throws SQLException {
    create("table", name, 2);
    List<String> columns =
        new MySqlCatalog(connection, Set.of(from), null)
            .rows(
                "select column_name from information_schema.columns where table_schema%s and"
                    + " table_name = "
                    + MySqlNames.literal(name)
                    + " and coalesce(generation_expression, '') = '' order by ordinal_position",
                row -> MySqlNames.quote(row.getString(1)));
    if (!columns.isEmpty()) {
      String list = columns.stream().collect(Collectors.joining(", "));
      MySqlExecutionRules.execute(
          connection,
          "insert into "
              + MySqlNames.quote(name)
              + " ("
              + list
              + ") select "
              + list
              + " from "
              + original(name));
    }
  }

  private void sequence(String name) throws SQLException {
    create("sequence", name, 2);
    String next =
        MySqlExecutionRules.text(connection, "select next_not_cached_value from " + original(name));
    MySqlExecutionRules.execute(
        connection, "do setval(" + MySqlNames.quote(name) + ", " + next + ", 0)");
  }

  private void others() throws SQLException {
    MySqlCatalog catalog = new MySqlCatalog(connection, Set.of(from), null);
    for (List<String> routine :
        catalog.rows(
            "select lower(routine_type), routine_name from information_schema.routines"
                + " where routine_schema%s",
            row -> List.of(row.getString(1), row.getString(2)))) {
      create(routine.get(0), routine.get(1), 3);
    }
    for (String trigger :
        catalog.rows(
            "select trigger_name from information_schema.triggers where trigger_schema%s"
                + " order by action_order",
            row -> row.getString(1))) {
      create("trigger", trigger, 3);
    }
  }
}
