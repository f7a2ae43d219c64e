package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.rows.Samples;
import dev.autogen.dialect.rows.SchemaRowRules.Types;
import dev.autogen.dialect.rows.ValueKind;
import dev.autogen.dialect.rows.ValueKind.Family;
import dev.autogen.dialect.rows.ValueWriter;
import dev.autogen.schema.SqlType;
import java.util.List;

/**
 * What types mean for rows. SQLite stores any value in most columns, so that the words of a type
 * say what applications put there.
 */
final class SqliteRowTypes implements Types {

  private static final ValueWriter WRITER = () -> SqliteText.RULES;

  /** How values are written. */
  static ValueWriter writer() {
    return WRITER;
  }

  @Override
  public String sql(SqlType type) {
    return SqliteTypes.sql(type);
  }

  private static boolean isMoment(String name) {
    return name.startsWith("date") || name.startsWith("timestamp");
  }

  @Override
  public ValueKind kind(SqlType given) {
    SqlType type = SqliteTypes.canonical(given);
    if (type.dimensions() > 0) {
      return ValueKind.of(Family.BYTES);
    } else if (isMoment(type.name())) {
      return ValueKind.of(Family.MOMENT);
    } else if (type.name().contains("json")) {
      return ValueKind.of(Family.DOCUMENT);
    } else if (type.name().startsWith("bool")) {
      return ValueKind.of(Family.OTHER);
    }
    return switch (SqliteTypes.affinity(type)) {
      case INTEGER -> ValueKind.whole(bits(type.name()), true);
      case NUMERIC -> ValueKind.fraction(digits(type));
      case REAL -> ValueKind.fraction(-1);
      case TEXT -> ValueKind.of(Family.TEXT);
      case BLOB -> ValueKind.of(Family.BYTES);
    };
  }

  private static int bits(String name) {
    return switch (name) {
      case "tinyint" -> 8;
      case "smallint" -> 16;
      case "integer", "mediumint" -> 32;
      default -> 64;
    };
  }

  private static int digits(SqlType type) {
    return type.arguments().isEmpty()
        ? -1
        : Math.max(0, argument(type, 0) - Math.max(0, argument(type, 1)));
  }

  private static int argument(SqlType type, int index) {
    return type.arguments().size() > index && type.arguments().get(index).matches("\\d{1,9}")
        ? Integer.parseInt(type.arguments().get(index))
        : -1;
  }

  @Override
  public List<String> values(SqlType given) {
    SqlType type = SqliteTypes.canonical(given);
    String name = type.name();
    if (type.dimensions() > 0) {
      return bytes(Samples.BYTES);
    } else if (name.startsWith("bool")) {
      return List.of("1", "0");
    } else if (isMoment(name)) {
      return name.equals("date") ? days() : moments();
    } else if (name.startsWith("time")) {
      return texts(Samples.times(""));
    } else if (name.equals("uuid")) {
      return texts(Samples.uuids());
    } else if (name.contains("json")) {
      return texts(Samples.DOCUMENTS);
    }
    return switch (SqliteTypes.affinity(type)) {
      case INTEGER -> integers(name);
      case NUMERIC -> numbers(type);
      case REAL -> Samples.doubles();
      case TEXT -> texts(Samples.texts(argument(type, 0)));
      case BLOB -> bytes(Samples.BYTES);
    };
  }

  private static List<String> integers(String name) {
    ValueKind kind = ValueKind.whole(bits(name), true);
    return Samples.whole(kind.least().toPlainString(), kind.most().toPlainString());
  }

  /** SQLite keeps no more than 15 digits of a number with a fraction. */
  private static List<String> numbers(SqlType type) {
    int precision = argument(type, 0);
    return precision < 0 || precision > 15
        ? List.of("1.5", "-123456789012.25", "123456789012.25", "0", "-1", "0.25", "42", "7")
        : Samples.numbers(precision, Math.max(0, argument(type, 1)));
  }

  /** The driver writes days and moments as milliseconds, unless it is told otherwise. */
  private static List<String> days() {
    return List.of(
        "1709164800000", text("2024-02-29"), "0", "-86400000", text("0001-01-01"), "2147558400000");
  }

  private static List<String> moments() {
    return List.of(
        "1709210096789",
        text("2024-02-29 12:34:56.789"),
        "0",
        "-1",
        text("0001-01-01 00:00:00.000"),
        text("9999-12-31 23:59:59.999"),
        "2147483648000",
        "946684800000");
  }

  private static String text(String value) {
    return WRITER.text(value);
  }

  private static List<String> texts(List<String> values) {
    return values.stream().map(WRITER::text).toList();
  }

  private static List<String> bytes(List<String> values) {
    return values.stream().map(WRITER::bytes).toList();
  }
}
