package dev.autogen.rows;

import dev.autogen.dialect.RowRules.Table;
import dev.autogen.rows.FillOrder.Edge;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Sets the foreign keys that form cycles, now that the rows they refer to exist. */
final class CyclicKeys {

  private final Connection connection;
  private final RowSql sql;
  private final ParentKeys keys;
  private final Map<String, Table> known;

  CyclicKeys(Connection connection, RowSql sql, ParentKeys keys, Map<String, Table> known) {
    this.connection = connection;
    this.sql = sql;
    this.keys = keys;
    this.known = known;
  }

  /**
   * Gives each row a parent. Where the foreign key can be null, one row keeps its null. In a table
   * that refers to itself the rows become a tree.
   */
  void close(Edge edge) throws SQLException {
    List<Map<String, String>> parents =
        keys.of(known.get(edge.reference().table()), edge.reference());
    List<Map<String, String>> rows = keys.of(edge.table());
    if (parents.isEmpty()) {
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      boolean keepsNull = edge.isNullable() && rows.size() > 1;
      if (edge.isSelf() && keepsNull && i > 0) {
        point(edge, rows.get(i), parents, (i - 1) / 2);
      } else if (!edge.isSelf() && (!keepsNull || i < rows.size() - 1)) {
        point(edge, rows.get(i), parents, i);
      } else if (edge.isSelf() && !edge.isNullable()) {
        point(edge, rows.get(i), parents, i);
      }
    }
  }

  /** Tries one parent after the other. A row for which no parent is accepted stays as it is. */
  private void point(
      Edge edge, Map<String, String> row, List<Map<String, String>> parents, int first)
      throws SQLException {
    for (int i = 0; i < parents.size(); i++) {
      Map<String, String> parent = parents.get((first + i) % parents.size());
      Savepoint savepoint = connection.setSavepoint();
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.executeUpdate(sql.update(edge.table(), parent, row));
        connection.releaseSavepoint(savepoint);
        return;
      } catch (SQLException e) {
        connection.rollback(savepoint);
      }
    }
  }
}
