package dev.autogen.dialect.postgresql;

import static java.util.Map.entry;

import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One name per type (PostgreSQL manual, table 8.1 Data Types, with its aliases). */
final class TypeNames {

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          entry("int", "integer"),
          entry("int4", "integer"),
          entry("int2", "smallint"),
          entry("int8", "bigint"),
          entry("serial4", "serial"),
          entry("serial2", "smallserial"),
          entry("serial8", "bigserial"),
          entry("bool", "boolean"),
          entry("decimal", "numeric"),
          entry("dec", "numeric"),
          entry("float4", "real"),
          entry("float8", "double precision"),
          entry("double", "double precision"),
          entry("character varying", "varchar"),
          entry("char varying", "varchar"),
          entry("national character varying", "varchar"),
          entry("national char varying", "varchar"),
          entry("nchar varying", "varchar"),
          entry("character", "char"),
          entry("nchar", "char"),
          entry("national character", "char"),
          entry("national char", "char"),
          entry("bit varying", "varbit"),
          entry("timestamp without time zone", "timestamp"),
          entry("timestamp with time zone", "timestamptz"),
          entry("time without time zone", "time"),
          entry("time with time zone", "timetz"));

  /** Types whose greatest precision, 6, is also their default. */
  private static final Set<String> MICROSECONDS =
      Set.of("timestamp", "timestamptz", "time", "timetz", "interval");

  private static final Set<String> SYNTAX =
      Set.of(
          "smallint",
          "integer",
          "bigint",
          "numeric",
          "real",
          "double precision",
          "boolean",
          "varchar",
          "char",
          "bit",
          "time",
          "timestamp",
          "interval",
          "json");

  /** Types of extensions whose values are known; an extension may be in any schema. */
  private static final Set<String> OF_EXTENSIONS = Set.of("citext", "hstore");

  private TypeNames() {}

  /**
   * The name of a type of PostgreSQL itself, or of an extension whose values are known; empty for a
   * type of the user's own, which may have the same name in another schema.
   */
  static String known(SqlType type) {
    return type.schema() == null || OF_EXTENSIONS.contains(type.name()) ? type.name() : "";
  }

  static SqlType canonical(SqlType type) {
    if (type.schema() != null && !type.schema().equals("pg_catalog")) {
      return oneDimension(type);
    }
    String name = ALIASES.getOrDefault(type.name(), type.name());
    List<String> arguments = type.arguments();
    if (name.equals("float")) {
      boolean single = !arguments.isEmpty() && Integer.parseInt(arguments.get(0)) <= 24;
      name = single ? "real" : "double precision";
      arguments = List.of();
    } else if (name.equals("numeric") && arguments.size() == 1) {
      arguments = List.of(arguments.get(0), "0");
    } else if ((name.equals("char") || name.equals("bit")) && arguments.isEmpty()) {
      arguments = List.of("1");
    } else if (MICROSECONDS.contains(name) && arguments.equals(List.of("6"))) {
      arguments = List.of();
    }
    return oneDimension(new SqlType(null, name, arguments, type.dimensions()));
  }

  /**
   * Gives an array type one dimension, because PostgreSQL does not distinguish dimensions (manual,
   * 8.15.1).
   */
  private static SqlType oneDimension(SqlType type) {
    return type.dimensions() <= 1
        ? type
        : new SqlType(type.schema(), type.name(), type.arguments(), 1);
  }

  /** The type in SQL, with its identifiers quoted where they must be. */
  static String sql(SqlType type) {
    String name = isSyntax(type) ? type.name() : Identifiers.quote(type.qualifiedName());
    String arguments =
        type.arguments().isEmpty() ? "" : "(" + String.join(",", type.arguments()) + ")";
    return name + arguments + "[]".repeat(type.dimensions());
  }

  /** Whether the name is grammar rather than an identifier, so that quotes would change it. */
  static boolean isSyntax(SqlType type) {
    return type.schema() == null
        && (SYNTAX.contains(type.name())
            || type.name().startsWith("interval ")
            || type.name().equals("\"char\""));
  }
}
