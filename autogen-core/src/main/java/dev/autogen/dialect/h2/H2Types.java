package dev.autogen.dialect.h2;

import static java.util.Map.entry;

import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One name per type (H2 manual, Data Types, with their synonyms). */
final class H2Types {

  /** From this length on, the length is that of a type without one. */
  private static final long UNLIMITED = 1_000_000_000L;

  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          entry("bit", "boolean"),
          entry("bool", "boolean"),
          entry("int2", "smallint"),
          entry("int", "integer"),
          entry("int4", "integer"),
          entry("mediumint", "integer"),
          entry("signed", "integer"),
          entry("int8", "bigint"),
          entry("decimal", "numeric"),
          entry("dec", "numeric"),
          entry("number", "numeric"),
          entry("float4", "real"),
          entry("float8", "double precision"),
          entry("double", "double precision"),
          entry("character varying", "varchar"),
          entry("char varying", "varchar"),
          entry("nchar varying", "varchar"),
          entry("national character varying", "varchar"),
          entry("national char varying", "varchar"),
          entry("varchar2", "varchar"),
          entry("nvarchar", "varchar"),
          entry("nvarchar2", "varchar"),
          entry("varchar_casesensitive", "varchar"),
          entry("longvarchar", "varchar"),
          entry("text", "varchar"),
          entry("character", "char"),
          entry("nchar", "char"),
          entry("national character", "char"),
          entry("national char", "char"),
          entry("character large object", "clob"),
          entry("char large object", "clob"),
          entry("nchar large object", "clob"),
          entry("national character large object", "clob"),
          entry("nclob", "clob"),
          entry("tinytext", "clob"),
          entry("mediumtext", "clob"),
          entry("longtext", "clob"),
          entry("ntext", "clob"),
          entry("binary large object", "blob"),
          entry("tinyblob", "blob"),
          entry("mediumblob", "blob"),
          entry("longblob", "blob"),
          entry("image", "blob"),
          entry("binary varying", "varbinary"),
          entry("raw", "varbinary"),
          entry("bytea", "varbinary"),
          entry("long raw", "varbinary"),
          entry("longvarbinary", "varbinary"),
          entry("datetime", "timestamp"),
          entry("datetime2", "timestamp"),
          entry("smalldatetime", "timestamp"),
          entry("timestamp without time zone", "timestamp"),
          entry("timestamp with time zone", "timestamptz"),
          entry("time without time zone", "time"),
          entry("time with time zone", "timetz"),
          entry("object", "java_object"),
          entry("other", "java_object"));

  private static final Map<String, String> USUAL =
      Map.of(
          "timestamp", "6",
          "timestamptz", "6",
          "time", "0",
          "timetz", "0",
          "char", "1",
          "binary", "1",
          "decfloat", "100000");

  private static final Set<String> LONG =
      Set.of("varchar", "varbinary", "varchar_ignorecase", "clob", "blob", "json", "java_object");

  /** Types whose arguments mean nothing. */
  private static final Set<String> WITHOUT_ARGUMENTS =
      Set.of("tinyint", "smallint", "integer", "bigint", "boolean", "date", "uuid");

  private H2Types() {}

  static SqlType canonical(SqlType type) {
    if (type.schema() != null) {
      return oneDimension(type);
    }
    String name = SYNONYMS.getOrDefault(type.name(), type.name());
    List<String> arguments = type.arguments();
    if (name.equals("float")) {
      boolean single = !arguments.isEmpty() && Integer.parseInt(arguments.get(0)) <= 24;
      name = single ? "real" : "double precision";
      arguments = List.of();
    } else if (name.equals("numeric") && arguments.size() == 1) {
      arguments = List.of(arguments.get(0), "0");
    } else if (name.startsWith("interval")) {
      arguments = interval(name, arguments);
    } else if (WITHOUT_ARGUMENTS.contains(name)) {
      arguments = List.of();
    } else if (arguments.isEmpty() && (name.equals("char") || name.equals("binary"))) {
      arguments = List.of("1");
    } else if (!name.equals("char")
        && !name.equals("binary")
        && arguments.equals(List.of(USUAL.getOrDefault(name, "")))) {
      arguments = List.of();
    } else if (LONG.contains(name) && isUnlimited(arguments)) {
      arguments = List.of();
    }
    return oneDimension(new SqlType(null, name, arguments, type.dimensions()));
  }

  /** Digits of the first field, 2 where nothing is said, and decimals of seconds, 6. */
  private static List<String> interval(String name, List<String> arguments) {
    boolean seconds = name.endsWith("second");
    String digits = arguments.isEmpty() ? "2" : arguments.get(0);
    String decimals = !seconds ? "0" : arguments.size() < 2 ? "6" : arguments.get(1);
    return digits.equals("2") && decimals.equals(seconds ? "6" : "0")
        ? List.of()
        : List.of(digits, decimals);
  }

  private static boolean isUnlimited(List<String> arguments) {
    return arguments.size() == 1
        && arguments.get(0).matches("\\d{10,}")
        && Long.parseLong(arguments.get(0).substring(0, Math.min(18, arguments.get(0).length())))
            >= UNLIMITED;
  }

  /** An array of arrays is written as one that holds arrays; a model never has one. */
  private static SqlType oneDimension(SqlType type) {
    return type.dimensions() <= 1
        ? type
        : new SqlType(type.schema(), type.name(), type.arguments(), 1);
  }

  /** Whether the type is one of H2's own. */
  static boolean isBuiltIn(SqlType type) {
    return type.schema() == null && BUILT_IN.contains(canonical(type).name().split(" ", 2)[0]);
  }

  private static final Set<String> BUILT_IN =
      Set.of(
          "boolean",
          "tinyint",
          "smallint",
          "integer",
          "bigint",
          "numeric",
          "decfloat",
          "real",
          "double",
          "varchar",
          "varchar_ignorecase",
          "char",
          "clob",
          "blob",
          "binary",
          "varbinary",
          "date",
          "time",
          "timetz",
          "timestamp",
          "timestamptz",
          "interval",
          "uuid",
          "json",
          "enum",
          "geometry",
          "java_object",
          "row",
          "array");
}
