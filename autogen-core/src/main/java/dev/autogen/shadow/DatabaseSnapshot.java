package dev.autogen.shadow;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.sql.NameRules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The content of a throwaway database: its catalog, and the rows of its tables as text. */
record DatabaseSnapshot(Schema catalog, Map<QualifiedName, List<String>> rows) {

  static DatabaseSnapshot read(Connection connection, Schema catalog, NameRules names)
      throws SQLException {
    Map<QualifiedName, List<String>> rows = new TreeMap<>();
    for (Table table : catalog.tables()) {
      QualifiedName name = table.name();
      rows.put(name, rows(connection, names.quoted(name.schema(), name.name()), table, names));
    }
    return new DatabaseSnapshot(catalog, rows);
  }

  /** Reads the rows by column name: two ways to build a table may order its columns differently. */
  private static List<String> rows(Connection connection, String name, Table table, NameRules names)
      throws SQLException {
    List<String> columns =
        table.columns().stream().map(column -> names.quoted(column.name())).sorted().toList();
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select "
                    + (columns.isEmpty() ? "1" : String.join(", ", columns))
                    + " from "
                    + name)) {
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= Math.max(1, columns.size()); i++) {
          row.append(found.getString(i)).append('\u001f');
        }
        rows.add(row.toString());
      }
    }
    rows.sort(null);
    return List.copyOf(rows);
  }

  /** The tables that have another number of rows in another database, a line each. */
  List<String> lost(DatabaseSnapshot other) {
    List<String> lines = new ArrayList<>();
    rows.forEach(
        (table, mine) -> {
          int theirs = other.rows.getOrDefault(table, mine).size();
          if (theirs != mine.size()) {
            lines.add("table " + table + " has " + theirs + " rows and should have " + mine.size());
          }
        });
    return lines;
  }

  /** The tables that have the same number of rows but other values, such as times. */
  List<QualifiedName> changed(DatabaseSnapshot other) {
    return rows.entrySet().stream()
        .filter(each -> other.rows.containsKey(each.getKey()))
        .filter(each -> other.rows.get(each.getKey()).size() == each.getValue().size())
        .filter(each -> !other.rows.get(each.getKey()).equals(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
