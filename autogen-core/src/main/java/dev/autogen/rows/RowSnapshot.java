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
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All rows of all tables at one time. */
record RowSnapshot(List<TableRows> tables) {

  RowSnapshot {
    tables = List.copyOf(tables);
  }

  /** Reads the rows of tables, a query for each. */
  static RowSnapshot take(Connection connection, RowRules rules, List<Table> tables)
      throws SQLException {
    return take(connection, rules, tables, new RowSnapshot(List.of()));
  }

  /**
   * Reads the rows of tables, and their values converted back to the types that the columns had
   * earlier.
   */
  static RowSnapshot take(
      Connection connection, RowRules rules, List<Table> tables, RowSnapshot before)
      throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      RowSql sql = new RowSql(rules);
      Map<String, TableRows> counterparts = new HashMap<>();
      before.pairs(tables).forEach((old, table) -> counterparts.put(table.identity(), old));
      List<TableRows> result = new ArrayList<>();
      for (Table table : tables) {
        result.add(read(connection, sql, table, counterparts.get(table.identity())));
      }
      return new RowSnapshot(result);
    } finally {
      connection.rollback();
      connection.setAutoCommit(autoCommit);
    }
  }

  /** For each table, the same table now, or else the one that has its name now. */
  Map<TableRows, Table> pairs(List<Table> after) {
    Map<String, Table> byIdentity = new HashMap<>();
    Map<QualifiedName, Table> byName = new HashMap<>();
    after.forEach(table -> byIdentity.put(table.identity(), table));
    after.forEach(table -> byName.put(table.name(), table));
    Map<TableRows, Table> result = new IdentityHashMap<>();
    Set<String> taken = new HashSet<>();
    for (TableRows old : tables) {
      Table same = byIdentity.get(old.table().identity());
      if (same != null && taken.add(same.identity())) {
        result.put(old, same);
      }
    }
    for (TableRows old : tables) {
      Table namesake = byName.get(old.table().name());
      if (!result.containsKey(old) && namesake != null && taken.add(namesake.identity())) {
        result.put(old, namesake);
      }
    }
    return result;
  }

  /** The rows by the identity of their table. */
  Map<String, TableRows> byIdentity() {
    Map<String, TableRows> result = new HashMap<>();
    tables.forEach(each -> result.put(each.table().identity(), each));
    return result;
  }

  private static TableRows read(
      Connection connection, RowSql sql, Table table, @Nullable TableRows old) throws SQLException {
    List<Column> columns = TableRows.columns(table);
    List<String> expressions =
        new ArrayList<>(columns.stream().map(column -> sql.quoted(column.name())).toList());
    List<List<@Nullable String>> plain = rows(connection, sql, table, expressions);
    boolean differs = false;
    for (int i = 0; old != null && i < columns.size(); i++) {
      Column column = columns.get(i);
      int index =
          TableRows.indexOf(old.columns(), column, old.table().identity().equals(table.identity()));
      if (index >= 0 && !old.columns().get(index).type().equals(column.type())) {
        differs = true;
        expressions.set(
            i, sql.rules().castBack(expressions.get(i), old.columns().get(index).type()));
      }
    }
    return new TableRows(
        table,
        columns,
        plain,
        differs ? toEarlierTypes(connection, sql, table, expressions, plain) : plain);
  }

  /**
   * The values converted to their earlier types. They stay as they are where an earlier type no
   * longer exists or does not accept them.
   */
  private static List<List<@Nullable String>> toEarlierTypes(
      Connection connection,
      RowSql sql,
      Table table,
      List<String> expressions,
      List<List<@Nullable String>> plain)
      throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try {
      return rows(connection, sql, table, expressions);
    } catch (SQLException e) {
      connection.rollback(savepoint);
      return plain;
    }
  }

  private static List<List<@Nullable String>> rows(
      Connection connection, RowSql sql, Table table, List<String> expressions)
      throws SQLException {
    String selected = expressions.stream().collect(Collectors.joining(", "));
    List<List<@Nullable String>> result = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows =
          statement.executeQuery("select " + selected + " from " + sql.quoted(table.name()))) {
        while (rows.next()) {
          List<@Nullable String> row = new ArrayList<>();
          for (int i = 1; i <= expressions.size(); i++) {
            row.add(sql.rules().text(rows, i));
          }
          result.add(row);
        }
      }
    }
    return result;
  }
}
