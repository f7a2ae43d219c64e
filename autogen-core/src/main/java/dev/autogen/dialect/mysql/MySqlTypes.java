package dev.autogen.dialect.mysql;

import static java.util.Map.entry;

import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One name per type (MySQL manual, Data Types; MariaDB manual, Data Types). */
final class MySqlTypes {

  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          entry("int1", "tinyint"),
          entry("int2", "smallint"),
          entry("int3", "mediumint"),
          entry("middleint", "mediumint"),
          entry("integer", "int"),
          entry("int4", "int"),
          entry("int8", "bigint"),
          entry("numeric", "decimal"),
          entry("dec", "decimal"),
          entry("fixed", "decimal"),
          entry("double precision", "double"),
          entry("real", "double"),
          entry("float8", "double"),
          entry("float4", "float"),
          entry("character", "char"),
          entry("nchar", "char"),
          entry("national char", "char"),
          entry("national character", "char"),
          entry("character varying", "varchar"),
          entry("char varying", "varchar"),
          entry("varcharacter", "varchar"),
          entry("nvarchar", "varchar"),
          entry("national varchar", "varchar"),
          entry("national character varying", "varchar"),
          entry("char byte", "binary"),
          entry("long", "mediumtext"),
          entry("long varchar", "mediumtext"),
          entry("long varbinary", "mediumblob"),
          entry("clob", "longtext"),
          entry("sql_tsi_year", "year"),
          entry("geomcollection", "geometrycollection"));

  private static final Set<String> INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint");

  /** Types that have no argument unless one is written. */
  private static final Map<String, String> USUAL = Map.of("char", "1", "binary", "1", "bit", "1");

  private static final Set<String> LARGE =
      Set.of("tinytext", "mediumtext", "longtext", "tinyblob", "mediumblob", "longblob", "year");

  private MySqlTypes() {}

  static SqlType canonical(SqlType type) {
    if (type.schema() != null || type.dimensions() > 0 || type.isUnknown()) {
      return type;
    }
    String unsigned = "";
    String name = type.name();
    if (name.contains(" zerofill")) {
      return SqlType.of(SYNONYMS.getOrDefault(first(name), first(name)) + " unsigned zerofill")
          .withArguments(type.arguments());
    } else if (name.endsWith(" unsigned")) {
      unsigned = " unsigned";
      name = name.substring(0, name.length() - unsigned.length());
    } else if (name.endsWith(" signed")) {
      name = name.substring(0, name.length() - " signed".length());
    }
    SqlType plain = plain(SYNONYMS.getOrDefault(name, name), type.arguments(), unsigned.isEmpty());
    return unsigned.isEmpty()
        ? plain
        : SqlType.of(plain.name() + unsigned).withArguments(plain.arguments());
  }

  private static String first(String words) {
    return words.split(" ", 2)[0];
  }

  private static SqlType plain(String name, List<String> arguments, boolean signed) {
    if (name.equals("boolean") || name.equals("bool")) {
      return SqlType.of("tinyint", 1);
    } else if (INTEGERS.contains(name)) {
      boolean truth = name.equals("tinyint") && arguments.equals(List.of("1")) && signed;
      return truth ? SqlType.of(name, 1) : SqlType.of(name);
    }
    return switch (name) {
      case "float" -> floating(arguments);
      case "decimal" ->
          SqlType.of(
              name,
              arguments.isEmpty() ? "10" : arguments.get(0),
              arguments.size() < 2 ? "0" : arguments.get(1));
      case "time", "datetime", "timestamp" ->
          arguments.equals(List.of("0"))
              ? SqlType.of(name)
              : SqlType.of(name).withArguments(arguments);
      case "text", "blob" -> arguments.isEmpty() ? SqlType.of(name) : sized(name, arguments.get(0));
      default -> {
        if (LARGE.contains(name)) {
          yield SqlType.of(name);
        }
        yield arguments.isEmpty() && USUAL.containsKey(name)
            ? SqlType.of(name, USUAL.get(name))
            : SqlType.of(name).withArguments(arguments);
      }
    };
  }

  /** {@code float(24)} is a float, {@code float(25)} a double; two arguments are digits. */
  private static SqlType floating(List<String> arguments) {
    if (arguments.size() != 1) {
      return SqlType.of("float").withArguments(arguments);
    }
    return SqlType.of(Integer.parseInt(arguments.get(0)) <= 24 ? "float" : "double");
  }

  /** The smallest type that holds so many characters of up to four bytes, or so many bytes. */
  private static SqlType sized(String name, String argument) {
    long bytes = Long.parseLong(argument) * (name.equals("text") ? 4 : 1);
    String size =
        bytes <= 0xff ? "tiny" : bytes <= 0xffff ? "" : bytes <= 0xffffff ? "medium" : "long";
    return SqlType.of(size + name);
  }

  /** Whether the values are texts, which have a collation. */
  static boolean isText(SqlType type) {
    return switch (type.name()) {
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set" -> true;
      default -> false;
    };
  }

  /** Whether a literal default has to be written as an expression on MySQL (manual, 13.6). */
  static boolean isLarge(SqlType type) {
    return switch (type.name()) {
      case "tinytext",
          "text",
          "mediumtext",
          "longtext",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob",
          "json",
          "geometry" ->
          true;
      default -> false;
    };
  }
}
