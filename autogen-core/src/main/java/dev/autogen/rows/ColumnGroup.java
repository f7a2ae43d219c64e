package dev.autogen.rows;

import java.util.List;
import java.util.Map;

/**
 * Columns that get their values together: a single column, or the columns of foreign keys.
 *
 * @param columns their names
 * @param values SQL expressions by column, a map per choice; choices with a null come last
 * @param parents how many choices come before those with a null
 * @param reference whether the values are keys of other rows
 */
record ColumnGroup(
    List<String> columns, List<Map<String, String>> values, int parents, boolean reference) {

  /** The SQL expression for null. */
  static final String NULL = "null";

  ColumnGroup {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
  }
}
