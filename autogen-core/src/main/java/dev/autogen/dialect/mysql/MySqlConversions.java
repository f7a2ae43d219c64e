package dev.autogen.dialect.mysql;

import dev.autogen.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversions of values that the server does not make by itself, or makes wrongly. */
final class MySqlConversions {

  private MySqlConversions() {}

  /** The expression, over the column as text; null if the server converts. Types are canonical. */
  static @Nullable String expression(String column, SqlType from, SqlType to) {
    String name = MySqlNames.quote(column);
    MySqlTypeFamily before = MySqlTypeFamily.of(from);
    MySqlTypeFamily after = MySqlTypeFamily.of(to);
    boolean truth = isTruth(from);
    if (truth && after == MySqlTypeFamily.TEXT && to.arguments().equals(List.of("1"))) {
      return "case " + name + " when '1' then 'Y' when '0' then 'N' end";
    } else if (before == MySqlTypeFamily.TEXT && isTruth(to)) {
      return "case lower("
          + name
          + ") when '1' then 1 when 'y' then 1 when 't' then 1 when 'true' then 1 when 'yes' then 1"
          + " when '0' then 0 when 'n' then 0 when 'f' then 0 when 'false' then 0 when 'no' then 0"
          + " else "
          + name
          + " end";
    } else if (truth && after == MySqlTypeFamily.TEXT) {
      return "case " + name + " when '1' then 'true' when '0' then 'false' end";
    } else if (before == MySqlTypeFamily.INTEGER && isUuid(to)) {
      String digits = "lpad(conv(" + name + ", 10, 16), 32, '0')";
      return after == MySqlTypeFamily.UUID ? "lower(" + digits + ")" : "unhex(" + digits + ")";
    } else if (isUuid(from) && after == MySqlTypeFamily.INTEGER) {
      // One that was made from a number has nothing in its first half; any other fails.
      String digits =
          before == MySqlTypeFamily.UUID ? "replace(" + name + ", '-', '')" : "hex(" + name + ")";
      return "case when left("
          + digits
          + ", 16) = '0000000000000000' then conv(right("
          + digits
          + ", 16), 16, -10) else "
          + name
          + " end";
    } else if (isUuidText(from) && isUuid(to) && after == MySqlTypeFamily.BYTES) {
      return "unhex(replace(" + name + ", '-', ''))";
    } else if (isUuid(from) && before == MySqlTypeFamily.BYTES && isUuidText(to)) {
      return "lower(insert(insert(insert(insert(hex("
          + name
          + "), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-'))";
    }
    return null;
  }

  private static boolean isUuid(SqlType type) {
    return MySqlTypeFamily.of(type) == MySqlTypeFamily.UUID
        || type.equals(SqlType.of("binary", 16));
  }

  private static boolean isUuidText(SqlType type) {
    return MySqlTypeFamily.of(type) == MySqlTypeFamily.TEXT
        && (type.arguments().isEmpty() || Integer.parseInt(type.arguments().get(0)) >= 36);
  }

  private static boolean isTruth(SqlType type) {
    return type.equals(SqlType.of("bit", 1)) || type.equals(SqlType.of("tinyint", 1));
  }
}
