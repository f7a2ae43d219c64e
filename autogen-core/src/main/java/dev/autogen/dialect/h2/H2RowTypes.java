package dev.autogen.dialect.h2;

import dev.autogen.dialect.RowRules.Condition;
import dev.autogen.dialect.rows.Samples;
import dev.autogen.dialect.rows.SchemaRowRules.Types;
import dev.autogen.dialect.rows.ValueKind;
import dev.autogen.dialect.rows.ValueKind.Family;
import dev.autogen.dialect.rows.ValueWriter;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What H2's types mean for rows: values of each (H2 manual, Data Types). */
final class H2RowTypes implements Types {

  private static final Pattern VALUE = Pattern.compile("\\bVALUE\\b");

  private final H2Names names;
  private final Schema schema;
  private final Map<QualifiedName, H2Domains.Domain> domains;
  private final ValueWriter writer;

  H2RowTypes(H2Names names, Schema schema, Map<QualifiedName, H2Domains.Domain> domains) {
    this.names = names;
    this.schema = schema;
    this.domains = domains;
    this.writer = H2RowRules.writer(names.text());
  }

  @Override
  public String sql(SqlType type) {
    return names.sql(type);
  }

  @Override
  public String plain(SqlType type) {
    return names.sql(base(type));
  }

  /** The type of a domain's values, or the type itself. */
  private SqlType base(SqlType type) {
    H2Domains.Domain domain = domain(type);
    return domain == null || type.dimensions() > 0 ? type : domain.base();
  }

  private H2Domains.@Nullable Domain domain(SqlType type) {
    return H2Types.isBuiltIn(type) ? null : domains.get(type.qualifiedName());
  }

  @Override
  public List<Condition> conditions(String column, SqlType type) {
    H2Domains.Domain domain = domain(type);
    if (domain == null || type.dimensions() > 0) {
      return List.of();
    }
    String name = Matcher.quoteReplacement(names.text().names().quoted(column));
    return domain.checks().stream()
        .map(check -> VALUE.matcher(check).replaceAll(name))
        .map(check -> new Condition("domain " + type, List.of(column), check))
        .toList();
  }

  @Override
  public ValueKind kind(SqlType given) {
    SqlType type = H2Types.canonical(base(given));
    if (type.dimensions() > 0) {
      return ValueKind.of(Family.OTHER);
    }
    return switch (H2TypeFamily.of(type)) {
      case INTEGER -> ValueKind.whole(bits(type.name()), true);
      case EXACT -> ValueKind.fraction(digits(type));
      case FLOAT -> ValueKind.fraction(-1);
      case TEXT -> ValueKind.of(Family.TEXT);
      case BYTES -> ValueKind.of(Family.BYTES);
      case DAY -> ValueKind.of(Family.MOMENT);
      case JSON -> ValueKind.of(Family.DOCUMENT);
      case CLOCK, BOOLEAN, UUID, ENUM, OTHER -> ValueKind.of(Family.OTHER);
    };
  }

  private static int bits(String name) {
    return switch (name) {
      case "tinyint" -> 8;
      case "smallint" -> 16;
      case "integer" -> 32;
      default -> 64;
    };
  }

  private static int digits(SqlType type) {
    return type.name().equals("numeric") && type.arguments().size() == 2
        ? Math.max(0, argument(type, 0) - argument(type, 1))
        : -1;
  }

  private static int argument(SqlType type, int index) {
    return type.arguments().size() > index && type.arguments().get(index).matches("\\d{1,9}")
        ? Integer.parseInt(type.arguments().get(index))
        : -1;
  }

  @Override
  public List<String> values(SqlType given) {
    SqlType type = H2Types.canonical(base(given));
    if (type.dimensions() > 0) {
      return arrays(type);
    }
    Optional<EnumType> named =
        schema.enumType(given.qualifiedName()).filter(any -> !H2Types.isBuiltIn(given));
    if (named.isPresent()) {
      return texts(named.get().values());
    }
    String name = type.name();
    return switch (name) {
      case "tinyint" -> Samples.whole("-128", "127");
      case "smallint" -> Samples.whole("-32768", "32767");
      case "integer" -> Samples.whole("-2147483648", "2147483647");
      case "bigint" -> Samples.whole("-9223372036854775808", "9223372036854775807");
      case "numeric" ->
          Samples.numbers(type.arguments().isEmpty() ? -1 : argument(type, 0), argument(type, 1));
      case "decfloat" -> List.of("1.5", "0", "-1", "42", "7");
      case "real" -> Samples.singles();
      case "double precision" -> Samples.doubles();
      case "boolean" -> List.of("true", "false");
      case "varchar", "clob", "varchar_ignorecase" -> texts(Samples.texts(argument(type, 0)));
      case "char" -> texts(Samples.texts(Math.max(argument(type, 0), 1)));
      case "binary" -> bytes(Samples.bytes(Math.max(argument(type, 0), 1), true));
      case "varbinary", "blob" -> bytes(Samples.bytes(argument(type, 0), false));
      case "date" -> texts(Samples.days("0001", "9999"));
      case "timestamp" -> texts(Samples.moments("0001", "9999", ""));
      case "timestamptz" -> texts(Samples.moments("0001", "9999", "+00"));
      case "time" -> texts(Samples.times(""));
      case "timetz" -> texts(Samples.times("+00"));
      case "uuid" -> texts(Samples.uuids());
      case "json" -> Samples.DOCUMENTS.stream().map(writer::document).toList();
      case "enum" -> type.arguments();
      case "geometry" -> texts(List.of("POINT (0 0)", "POINT (1 2)"));
      default -> name.startsWith("interval ") ? intervals(name) : List.of();
    };
  }

  private List<String> texts(List<String> values) {
    return values.stream().map(writer::text).toList();
  }

  private List<String> bytes(List<String> values) {
    return values.stream().map(writer::bytes).toList();
  }

  /** {@code interval '1' year}, {@code interval '1 0' day to hour}. */
  private static List<String> intervals(String name) {
    String unit = name.substring("interval ".length());
    return switch (unit) {
      case "year to month" -> List.of("interval '1-2' " + unit, "interval '0-0' " + unit);
      case "day to hour" -> List.of("interval '1 2' " + unit, "interval '0 0' " + unit);
      case "day to minute" -> List.of("interval '1 02:03' " + unit, "interval '0 00:00' " + unit);
      case "day to second" ->
          List.of("interval '1 02:03:04' " + unit, "interval '0 00:00:00' " + unit);
      case "hour to minute", "minute to second" ->
          List.of("interval '1:02' " + unit, "interval '0:00' " + unit);
      case "hour to second" -> List.of("interval '1:02:03' " + unit, "interval '0:00:00' " + unit);
      default -> List.of("interval '1' " + unit, "interval '0' " + unit, "interval '-1' " + unit);
    };
  }

  private List<String> arrays(SqlType type) {
    List<String> elements =
        values(new SqlType(type.schema(), type.name(), type.arguments(), type.dimensions() - 1));
    if (elements.isEmpty()) {
      return List.of("array[]");
    }
    String first = elements.get(0);
    String last = elements.get(elements.size() - 1);
    return List.of(
        "array[" + first + "]",
        "array[]",
        "array[" + first + ", null, " + last + "]",
        "array[" + last + ", " + first + "]");
  }
}
