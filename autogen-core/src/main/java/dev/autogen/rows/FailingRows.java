package dev.autogen.rows;

import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RowRules.Column;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.schema.QualifiedName;
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
  private final boolean transactional;

  private FailingRows(
      Connection connection, RowRules rules, String statement, boolean transactional) {
    this.connection = connection;
    this.sql = new RowSql(rules);
    this.statement = statement;
    this.transactional = transactional;
  }

  /**
   * The rows on which the statement fails, a line for each table of the statement; empty where it
   * fails on no single row. The database stays as it is.
   *
   * @param before the statements that ran before the one that failed
   * @param transactional whether they can be undone; if not, the database is as they left it
   */
  static List<String> find(
      Connection connection,
      RowRules rules,
      Set<String> ownTables,
      List<String> before,
      String statement,
      boolean transactional) {
    try {
      connection.setAutoCommit(!transactional);
      FailingRows failing = new FailingRows(connection, rules, statement, transactional);
      failing.run(rules.session());
      failing.run(transactional ? before : List.of());
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
      if (transactional) {
        rollBack(connection);
      }
    }
  }

  private void run(List<String> statements) throws SQLException {
    try (Statement each = connection.createStatement()) {
      each.setEscapeProcessing(false);
      for (String sql : statements) {
        each.execute(sql);
      }
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
    if (fails(table, "where 1 = 0")) {
      return;
    }
    String first = null;
    int failing = 0;
    int count = count(table);
    for (int i = 0; i < Math.min(count, MOST_ROWS); i++) {
      String row = "limit 1 offset " + i;
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
    Savepoint savepoint = transactional ? connection.setSavepoint() : null;
    try {
      run(putAside(table, row));
      run(List.of(statement));
      return false;
    } catch (SQLException e) {
      return true;
    } finally {
      if (savepoint == null) {
        run(List.of("drop table if exists " + sql.quoted(table.name())));
        run(List.of(renamed(table.name().withName(ASIDE), table.name().name())));
      } else {
        connection.rollback(savepoint);
      }
    }
  }

  private List<String> putAside(Table table, String row) {
    List<String> statements = new ArrayList<>(List.of(renamed(table.name(), ASIDE)));
    String columns = sql.list(TableRows.columns(table).stream().map(Column::name).toList());
    String aside = sql.quoted(table.name().withName(ASIDE));
    statements.addAll(sql.rules().copy(sql.quoted(table.name()), aside, columns, row));
    return statements;
  }

  private String renamed(QualifiedName from, String to) {
    return "alter table " + sql.quoted(from) + " rename to " + sql.quoted(to);
  }

  private int count(Table table) throws SQLException {
    try (Statement each = connection.createStatement();
        ResultSet rows = each.executeQuery("select count(*) from " + sql.quoted(table.name()))) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private String names(Table table) {
    return sql.list(table.columns().stream().map(Column::name).toList());
  }

  /** The key of a row, and its values in the columns that the statement names. */
  private String describe(Table table, String row) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement each = connection.createStatement();
        ResultSet found =
            each.executeQuery(
                "select " + names(table) + " from " + sql.quoted(table.name()) + " " + row)) {
      found.next();
      int position = 0;
      for (Column column : table.columns()) {
        position++;
        if (table.primaryKey().contains(column.name()) || names(column.name())) {
          values.add(column.name() + " " + RowFinding.shown(sql.rules().text(found, position)));
        }
      }
    }
    return String.join(", ", values);
  }
}
