package dev.autogen.rows;

import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RowRules.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the rows on which a statement fails. It runs the statement on copies of the table that hold
 * one row each and have the table's name, while the table itself is kept under another name.
 */
final class FailingRows {

  private static final int MOST_ROWS = 200;
  private static final String ASIDE = "autogen kept this aside";

  private final Connection connection;
  private final RowSql sql;
  private final String statement;

  private FailingRows(Connection connection, RowRules rules, String statement) throws SQLException {
    this.connection = connection;
    this.sql = RowSql.of(rules);
    this.statement = statement;
  }

  /**
   * The rows on which the statement fails, a line for each table of the statement; empty where it
   * fails on no single row. The database stays as it is.
   *
   * @param before the statements that ran before the one that failed
   */
  static List<String> find(
      Connection connection,
      RowRules rules,
      Set<String> ownTables,
      List<String> before,
      String statement) {
    try {
      connection.setAutoCommit(false);
      try (Statement each = connection.createStatement()) {
        each.setEscapeProcessing(false);
        for (String sql : before) {
          each.execute(sql);
        }
      }
      FailingRows failing = new FailingRows(connection, rules, statement);
      List<String> lines = new ArrayList<>();
      for (Table table : rules.tables(connection, ownTables, RowRules.Reach.ALL)) {
        if (failing.names(table.name().name())) {
          failing.in(table, lines);
        }
      }
      return lines;
    } catch (SQLException e) {
      return List.of();
    } finally {
      rollBack(connection);
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is gone, and the trial with it.
    }
  }

  private boolean names(String name) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)").matcher(statement).find();
  }

  private void in(Table table, List<String> lines) throws SQLException {
    if (fails(table, "where false")) {
      return;
    }
    String first = null;
    int failing = 0;
    int count = count(table);
    for (int i = 0; i < Math.min(count, MOST_ROWS); i++) {
      String row = "offset " + i + " rows fetch next 1 rows only";
      if (fails(table, row)) {
        first = first == null ? describe(table, row) : first;
        failing++;
      }
    }
    if (first != null) {
      lines.add(
          "it fails on " + failing + " of " + count + " rows of " + table.name() + ": " + first);
    }
  }

  private boolean fails(Table table, String row) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    String name = sql.quoted(table.name());
    try (Statement each = connection.createStatement()) {
      each.setEscapeProcessing(false);
      each.execute("alter table " + name + " rename to " + sql.quoted(ASIDE));
      String aside = sql.quoted(table.name().withName(ASIDE));
      each.execute("create table " + name + " as select * from " + aside + " " + row);
      each.execute(statement);
      return false;
    } catch (SQLException e) {
      return true;
    } finally {
      connection.rollback(savepoint);
    }
  }

  private int count(Table table) throws SQLException {
    try (Statement each = connection.createStatement();
        ResultSet rows = each.executeQuery("select count(*) from " + sql.quoted(table.name()))) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** The key of a row, and its values in the columns that the statement names. */
  private String describe(Table table, String row) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement each = connection.createStatement();
        ResultSet found =
            each.executeQuery("select * from " + sql.quoted(table.name()) + " " + row)) {
      found.next();
      for (RowRules.Column column : table.columns()) {
        if (table.primaryKey().contains(column.name()) || names(column.name())) {
          values.add(column.name() + " " + RowFinding.shown(found.getString(column.name())));
        }
      }
    }
    return String.join(", ", values);
  }
}
