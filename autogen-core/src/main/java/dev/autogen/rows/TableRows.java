package dev.autogen.rows;

import dev.autogen.dialect.RowRules.Column;
import dev.autogen.dialect.RowRules.Source;
import dev.autogen.dialect.RowRules.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as text.
 *
 * @param columns the columns that store data; generated ones do not
 * @param rows their values in the order of the columns
 * @param earlier the same values in the types that the columns had before a migration
 */
record TableRows(
    Table table,
    List<Column> columns,
    List<List<@Nullable String>> rows,
    List<List<@Nullable String>> earlier) {

  /** The columns of a table that store data; generated ones do not. */
  static List<Column> columns(Table table) {
    return table.columns().stream().filter(each -> each.source() != Source.COMPUTED).toList();
  }

  /** The position of the earlier column that became this one, or -1. */
  static int indexOf(List<Column> columns, Column column, boolean sameTable) {
    for (int i = 0; sameTable && i < columns.size(); i++) {
      if (columns.get(i).identity().equals(column.identity())) {
        return i;
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column.name())) {
        return i;
      }
    }
    return -1;
  }
}
