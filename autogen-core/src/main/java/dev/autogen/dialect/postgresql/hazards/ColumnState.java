package dev.autogen.dialect.postgresql.hazards;

import java.util.HashMap;
import java.util.Map;

/**
 * A column as the catalog has it at a moment.
 *
 * @param type the type with its modifier
 * @param supplied whether the database gives it a value where an insert says none
 */
record ColumnState(String name, String type, boolean notNull, boolean supplied) {

  /** An expression that gives the columns of {@code c.oid} as an array of texts. */
  static final String QUERY =
      "array(select a.attnum::pg_catalog.text operator(pg_catalog.||) ' '"
          + " operator(pg_catalog.||) a.atttypid::pg_catalog.text operator(pg_catalog.||) ':'"
          + " operator(pg_catalog.||) a.atttypmod::pg_catalog.text operator(pg_catalog.||) ' '"
          + " operator(pg_catalog.||) a.attnotnull::pg_catalog.text operator(pg_catalog.||) ' '"
          + " operator(pg_catalog.||) (a.atthasdef or a.attidentity operator(pg_catalog.<>) ''"
          + " or exists (select from pg_catalog.pg_type t"
          + " where t.oid operator(pg_catalog.=) a.atttypid and t.typdefault is not null)"
          + ")::pg_catalog.text operator(pg_catalog.||) ' '"
          + " operator(pg_catalog.||) a.attname::pg_catalog.text"
          + " from pg_catalog.pg_attribute a where a.attrelid operator(pg_catalog.=) c.oid"
          + " and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped)";

  /** The columns by their numbers, which stay the same when a column is renamed. */
  static Map<Integer, ColumnState> of(Object[] rows) {
    Map<Integer, ColumnState> columns = new HashMap<>();
    for (Object row : rows) {
      String[] parts = String.valueOf(row).split(" ", 5);
      columns.put(
          Integer.valueOf(parts[0]),
          new ColumnState(
              parts[4], parts[1], Boolean.parseBoolean(parts[2]), Boolean.parseBoolean(parts[3])));
    }
    return columns;
  }
}
