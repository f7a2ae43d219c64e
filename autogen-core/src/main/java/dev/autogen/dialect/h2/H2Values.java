package dev.autogen.dialect.h2;

import dev.autogen.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** Values for rows that have none of their own. Types are canonical. */
final class H2Values {

  private H2Values() {}

  /** An SQL expression of a value that stands for a lost one, or null. */
  static @Nullable String neutral(SqlType type) {
    if (type.dimensions() > 0) {
      return "array[]";
    }
    return switch (H2TypeFamily.of(type)) {
      case TEXT -> "''";
      case BYTES -> type.name().equals("binary") ? null : "x''";
      case INTEGER, EXACT, FLOAT -> "0";
      case BOOLEAN -> "false";
      case DAY ->
          switch (type.name()) {
            case "date" -> "date '1970-01-01'";
            case "timestamp" -> "timestamp '1970-01-01 00:00:00'";
            default -> "timestamp with time zone '1970-01-01 00:00:00+00'";
          };
      case CLOCK ->
          type.name().equals("time") ? "time '00:00:00'" : "time with time zone '00:00:00+00'";
      case UUID -> "uuid '00000000-0000-0000-0000-000000000000'";
      case JSON -> "json '{}'";
      case ENUM -> type.arguments().isEmpty() ? null : type.arguments().get(0);
      default -> null;
    };
  }

  /** An SQL expression with a different value for each row, or null. */
  static @Nullable String distinct(SqlType type) {
    if (type.dimensions() > 0) {
      return "array[row_number() over ()]";
    }
    return switch (H2TypeFamily.of(type)) {
      case INTEGER, EXACT, FLOAT -> "row_number() over ()";
      case TEXT ->
          type.arguments().isEmpty() || Integer.parseInt(type.arguments().get(0)) > 9
              ? "cast(row_number() over () as varchar)"
              : null;
      case DAY ->
          switch (type.name()) {
            case "date" -> "dateadd(day, row_number() over (), date '1970-01-01')";
            case "timestamp" ->
                "dateadd(second, row_number() over (), timestamp '1970-01-01 00:00:00')";
            default ->
                "dateadd(second, row_number() over (),"
                    + " timestamp with time zone '1970-01-01 00:00:00+00')";
          };
      case UUID -> "random_uuid()";
      default -> null;
    };
  }
}
