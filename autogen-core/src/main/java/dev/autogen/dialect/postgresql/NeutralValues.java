package dev.autogen.dialect.postgresql;

import dev.autogen.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** Values that replace lost ones: the empty or zero value of a type. */
final class NeutralValues {

  private NeutralValues() {}

  /** An expression with a different value for each row, made from the row's number. */
  static @Nullable String distinct(SqlType type) {
    if (type.dimensions() > 0) {
      return null;
    }
    return switch (TypeNames.known(type)) {
      case "varchar",
          "text",
          "char",
          "bpchar",
          "citext",
          "smallint",
          "integer",
          "bigint",
          "numeric",
          "real",
          "double precision" ->
          "row_number() over ()";
      case "uuid" -> "gen_random_uuid()";
      case "date" -> "date 'epoch' + (row_number() over ())::integer";
      case "timestamp", "timestamptz" ->
          type.name() + " 'epoch' + row_number() over () * interval '1 second'";
      case "bytea" -> "int8send(row_number() over ())";
      default -> null;
    };
  }

  static @Nullable String of(SqlType type) {
    if (type.dimensions() > 0) {
      return "'{}'";
    }
    return switch (TypeNames.known(type)) {
      case "varchar",
          "text",
          "char",
          "bpchar",
          "\"char\"",
          "citext",
          "bytea",
          "varbit",
          "tsvector",
          "xml",
          "hstore" ->
          "''";
      case "smallint", "integer", "bigint", "numeric", "real", "double precision", "money", "oid" ->
          "0";
      case "boolean" -> "false";
      case "date", "timestamp", "timestamptz" -> "'epoch'";
      case "time", "timetz" -> "'00:00'";
      case "interval" -> "'0'";
      case "uuid" -> "'00000000-0000-0000-0000-000000000000'";
      case "json", "jsonb" -> "'{}'";
      case "inet", "cidr" -> "'0.0.0.0'";
      case "int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange" -> "'empty'";
      default -> null;
    };
  }
}
