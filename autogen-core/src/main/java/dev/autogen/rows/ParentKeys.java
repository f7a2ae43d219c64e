package dev.autogen.rows;

import dev.autogen.dialect.RowRules.Reference;
import dev.autogen.dialect.RowRules.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of existing rows, as SQL expressions by column. */
final class ParentKeys {

  private final Connection connection;
  private final RowSql sql;

  ParentKeys(Connection connection, RowSql sql) {
    this.connection = connection;
    this.sql = sql;
  }

  /** The keys that a foreign key can point to, by the names of its own columns. */
  List<Map<String, String>> of(@Nullable Table parent, Reference reference) throws SQLException {
    return parent == null
        ? List.of()
        : read(parent, reference.referencedColumns(), reference.columns());
  }

  /** The primary keys of a table. */
  List<Map<String, String>> of(Table table) throws SQLException {
    return table.primaryKey().isEmpty()
        ? List.of(Map.of())
        : read(table, table.primaryKey(), table.primaryKey());
  }

  private List<Map<String, String>> read(Table table, List<String> columns, List<String> names)
      throws SQLException {
    List<Map<String, String>> result = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(CandidateRows.ROWS);
      try (ResultSet rows = statement.executeQuery(sql.selectPresent(table.name(), columns))) {
        while (rows.next()) {
          Map<String, String> key = new LinkedHashMap<>();
          for (int i = 0; i < columns.size(); i++) {
            key.put(names.get(i), sql.rules().literal(rows, i + 1));
          }
          result.add(key);
        }
      }
    }
    return result;
  }
}
