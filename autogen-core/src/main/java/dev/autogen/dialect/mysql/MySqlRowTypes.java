package dev.autogen.dialect.mysql;

import dev.autogen.dialect.rows.Samples;
import dev.autogen.dialect.rows.SchemaRowRules.Types;
import dev.autogen.dialect.rows.ValueKind;
import dev.autogen.dialect.rows.ValueKind.Family;
import dev.autogen.dialect.rows.ValueWriter;
import dev.autogen.schema.SqlType;
import java.util.ArrayList;
import java.util.List;

/** What types mean for rows: values of each (MySQL manual, Data Types; MariaDB manual). */
final class MySqlRowTypes implements Types {

  /** More characters than the smallest text holds of the widest ones. */
  private static final int SMALL_TEXT = 63;

  private static final ValueWriter WRITER = () -> MySqlText.RULES;

  /** How values are written. */
  static ValueWriter writer() {
    return WRITER;
  }

  @Override
  public String sql(SqlType type) {
    return MySqlNames.sql(type);
  }

  @Override
  public ValueKind kind(SqlType given) {
    SqlType type = MySqlTypes.canonical(given);
    return switch (MySqlTypeFamily.of(type)) {
      case INTEGER -> ValueKind.whole(bits(type), !isUnsigned(type));
      case EXACT -> ValueKind.fraction(Math.max(0, argument(type, 0, 10) - argument(type, 1, 0)));
      case FLOAT -> ValueKind.fraction(-1);
      case TEXT -> ValueKind.of(Family.TEXT);
      case BYTES -> ValueKind.of(Family.BYTES);
      case DATE, MOMENT -> ValueKind.of(Family.MOMENT);
      case JSON -> ValueKind.of(Family.DOCUMENT);
      case BIT, CLOCK, YEAR, ENUM, SET, UUID, OTHER -> ValueKind.of(Family.OTHER);
    };
  }

  private static boolean isUnsigned(SqlType type) {
    return type.name().contains(" unsigned");
  }

  private static int bits(SqlType type) {
    return switch (type.name().split(" ", 2)[0]) {
      case "tinyint" -> 8;
      case "smallint" -> 16;
      case "mediumint" -> 24;
      case "int" -> 32;
      default -> 64;
    };
  }

  private static int argument(SqlType type, int index, int otherwise) {
    return type.arguments().size() > index && type.arguments().get(index).matches("\\d{1,9}")
        ? Integer.parseInt(type.arguments().get(index))
        : otherwise;
  }

  @Override
  public List<String> values(SqlType given) {
    SqlType type = MySqlTypes.canonical(given);
    return switch (MySqlTypeFamily.of(type)) {
      case INTEGER -> integers(type);
      case EXACT -> signed(type, Samples.numbers(argument(type, 0, 10), argument(type, 1, 0)));
      case FLOAT -> signed(type, type.name().startsWith("float") ? singles() : Samples.doubles());
      case BIT -> bits(argument(type, 0, 1));
      case TEXT -> texts(Samples.texts(length(type)));
      case BYTES ->
          bytes(Samples.bytes(argument(type, 0, bytes(type)), type.name().equals("binary")));
      case DATE -> texts(Samples.days("1000", "9999"));
      case MOMENT -> type.name().equals("timestamp") ? timestamps() : moments();
      case CLOCK -> texts(List.of("12:34:56.789012", "00:00:00", "838:59:58", "-838:59:58"));
      case YEAR -> List.of("2024", "1901", "2155", "2000");
      case ENUM -> type.arguments();
      case SET -> sets(type.arguments());
      case JSON -> Samples.DOCUMENTS.stream().map(WRITER::document).toList();
      case UUID -> texts(Samples.uuids());
      case OTHER -> others(type);
    };
  }

  private static List<String> integers(SqlType type) {
    ValueKind kind = ValueKind.whole(bits(type), !isUnsigned(type));
    return type.name().equals("tinyint") && type.arguments().equals(List.of("1"))
        ? List.of("1", "0")
        : Samples.whole(kind.least().toPlainString(), kind.most().toPlainString());
  }

  /** The least of the numbers of four bytes is written so that it is read as the same again. */
  private static List<String> singles() {
    return List.of("1.5", "-3.4e38", "3.4e38", "0", "-1", "42", "7", "0.5");
  }

  private static List<String> signed(SqlType type, List<String> numbers) {
    return isUnsigned(type)
        ? numbers.stream().filter(number -> !number.startsWith("-")).toList()
        : numbers;
  }

  private static List<String> bits(int length) {
    return Samples.bits(length).stream().map(digits -> "b'" + digits + "'").toList();
  }

  private static int length(SqlType type) {
    return switch (type.name()) {
      case "char", "varchar" -> argument(type, 0, 1);
      case "tinytext" -> SMALL_TEXT;
      default -> -1;
    };
  }

  private static int bytes(SqlType type) {
    return type.name().equals("binary") || type.name().equals("varbinary") ? 1 : -1;
  }

  /** MySQL keeps no moment before its first year. */
  private static List<String> moments() {
    return texts(Samples.moments("1000", "9999", ""));
  }

  /** From the first second of 1970 until the same of 2038, in UTC. */
  private static List<String> timestamps() {
    return texts(
        List.of(
            "2024-02-29 12:34:56.789012",
            "1970-01-01 00:00:01",
            "2038-01-19 03:14:06",
            "2000-01-01 00:00:00",
            "2026-03-29 02:30:00.000001"));
  }

  private static List<String> sets(List<String> labels) {
    List<String> values = new ArrayList<>(labels);
    values.add("''");
    return values;
  }

  private static List<String> others(SqlType type) {
    return switch (type.name()) {
      case "inet4" -> texts(List.of("127.0.0.1", "0.0.0.0", "255.255.255.255"));
      case "inet6" -> texts(List.of("::1", "::", "fe80::1", "::ffff:10.0.0.1"));
      case "point", "geometry" ->
          List.of("st_geomfromtext('POINT(1 2)')", "st_geomfromtext('POINT(0 0)')");
      case "linestring" -> List.of("st_geomfromtext('LINESTRING(0 0,1 1)')");
      case "polygon" -> List.of("st_geomfromtext('POLYGON((0 0,0 1,1 1,0 0))')");
      case "multipoint" -> List.of("st_geomfromtext('MULTIPOINT(0 0,1 1)')");
      case "multilinestring" -> List.of("st_geomfromtext('MULTILINESTRING((0 0,1 1))')");
      case "multipolygon" -> List.of("st_geomfromtext('MULTIPOLYGON(((0 0,0 1,1 1,0 0)))')");
      case "geometrycollection" -> List.of("st_geomfromtext('GEOMETRYCOLLECTION(POINT(1 2))')");
      case "vector" -> List.of(WRITER.bytes("0000803f".repeat(Math.max(argument(type, 0, 1), 1))));
      default -> List.of();
    };
  }

  private static List<String> texts(List<String> values) {
    return values.stream().map(WRITER::text).toList();
  }

  private static List<String> bytes(List<String> values) {
    return values.stream().map(WRITER::bytes).toList();
  }
}
