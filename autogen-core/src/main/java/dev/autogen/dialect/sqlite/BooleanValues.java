package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.sqlite.SqliteTypes.Affinity;
import dev.autogen.schema.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts booleans, which are the numbers 0 and 1. */
final class BooleanValues {

  private BooleanValues() {}

  /** The SQL expression of the values in the new type, or null where none are booleans. */
  static @Nullable String conversion(Column from, Column to) {
    boolean before = isBoolean(from);
    boolean after = isBoolean(to);
    String name = SqliteText.quote(from.name());
    if (before == after) {
      return null;
    } else if (before && SqliteTypes.affinity(to.type()) == Affinity.TEXT) {
      boolean letter = to.type().arguments().equals(List.of("1"));
      String yes = letter ? "'Y'" : "'true'";
      String no = letter ? "'N'" : "'false'";
      return "case when " + name + " then " + yes + " when not " + name + " then " + no + " end";
    } else if (after && SqliteTypes.affinity(from.type()) == Affinity.TEXT) {
      String word = "lower(trim(" + name + "))";
      return "case when "
          + word
          + " in ('t', 'true', 'y', 'yes', 'on', '1') then 1 when "
          + word
          + " in ('f', 'false', 'n', 'no', 'off', '0') then 0 else "
          + name
          + " end";
    }
    return after && SqliteTypes.isNumber(from.type()) ? name + " <> 0" : null;
  }

  private static boolean isBoolean(Column column) {
    return List.of("boolean", "bool").contains(SqliteText.lower(column.type().name()));
  }
}
