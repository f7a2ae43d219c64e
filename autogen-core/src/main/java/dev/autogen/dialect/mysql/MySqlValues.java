package dev.autogen.dialect.mysql;

import dev.autogen.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** Values for rows that have none of their own. Types are canonical. */
final class MySqlValues {

  private MySqlValues() {}

  /** An SQL expression of a value that stands for a lost one, or null. */
  static @Nullable String neutral(SqlType type) {
    return switch (MySqlTypeFamily.of(type)) {
      case TEXT, SET -> "''";
      case BYTES -> "x''";
      case INTEGER, EXACT, FLOAT -> "0";
      case BIT -> type.arguments().get(0).equals("1") ? "false" : "0";
      case DATE -> "'1970-01-01'";
      case MOMENT -> type.name().equals("timestamp") ? null : "'1970-01-01 00:00:00'";
      case CLOCK -> "'00:00:00'";
      case YEAR -> "1970";
      case UUID -> "'00000000-0000-0000-0000-000000000000'";
      case JSON -> "'{}'";
      case ENUM -> type.arguments().isEmpty() ? null : type.arguments().get(0);
      default -> null;
    };
  }

  /** An SQL expression with a different value for each row, or null. */
  static @Nullable String distinct(SqlType type) {
    return switch (MySqlTypeFamily.of(type)) {
      case INTEGER, EXACT, FLOAT -> "row_number() over ()";
      case TEXT ->
          type.arguments().isEmpty() || Integer.parseInt(type.arguments().get(0)) > 9
              ? "cast(row_number() over () as char)"
              : null;
      case DATE -> "'1970-01-01' + interval row_number() over () day";
      case MOMENT ->
          type.name().equals("timestamp")
              ? null
              : "'1970-01-01 00:00:00' + interval row_number() over () second";
      case UUID -> "uuid()";
      default -> null;
    };
  }
}
