package dev.autogen.dialect.postgresql;

import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the conversion of values to another type: the {@code USING} of {@code ALTER TABLE … ALTER
 * COLUMN … TYPE}.
 *
 * <p>If PostgreSQL has an assignment cast (catalog {@code pg_cast}, {@code castcontext} i or a), no
 * conversion is written: an explicit cast to {@code varchar(n)} would silently cut values off, but
 * an assignment fails.
 */
final class Conversions {

  private static final Set<String> STRINGS = Set.of("varchar", "text", "char", "bpchar", "citext");
  private static final Map<String, Integer> CUTTING = Map.of("\"char\"", 1, "name", 63);
  private static final Set<String> TEXTS = Set.of("varchar", "text");
  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Set<String> JSON = Set.of("json", "jsonb");
  private static final Set<String> TIMESTAMPS = Set.of("timestamp", "date");
  private static final Set<String> BITS = Set.of("bit", "varbit");
  private static final Set<String> ADDRESSES = Set.of("inet", "cidr");

  private Conversions() {}

  static @Nullable String using(String column, SqlType from, SqlType to) {
    String name = Identifiers.quote(column);
    if (from.dimensions() != to.dimensions()) {
      return changedDimensions(name, from, to);
    }
    if (from.name().equals("boolean") && isLetter(to)) {
      return "case when " + name + " then 'Y' when not " + name + " then 'N' end";
    }
    if (isAutomatic(from, to)) {
      return null;
    }
    return from.dimensions() == 0 ? scalar(name, from, to) : cast(name + "::text[]", to);
  }

  private static @Nullable String changedDimensions(String name, SqlType from, SqlType to) {
    if (isString(to)) {
      return null;
    } else if (isJson(to)) {
      return toJson(name, to);
    } else if (from.dimensions() > 0) {
      return cast(name + "[1]::text", to);
    }
    String text = isString(from) ? name : name + "::text";
    return "case when " + name + " is not null then " + cast("array[" + text + "]", to) + " end";
  }

  /**
   * The type to which texts must be converted first, because PostgreSQL would silently cut them off
   * for the new type ({@code text_char}, {@code text_name}); null if there is no such danger.
   */
  static @Nullable SqlType threshold(SqlType from, SqlType to) {
    Integer length = CUTTING.get(to.name());
    if (length == null || to.schema() != null || to.dimensions() > 0 || !isString(from)) {
      return null;
    }
    boolean fits =
        !from.arguments().isEmpty() && Integer.parseInt(from.arguments().get(0)) <= length;
    return fits ? null : SqlType.parse("varchar(" + length + ")");
  }

  /**
   * Whether both types are in one operator family, so that an index over one can be searched for
   * values of the other.
   */
  static boolean comparable(SqlType from, SqlType to) {
    return from.dimensions() == to.dimensions()
        && Objects.equals(from.schema(), to.schema())
        && (from.name().equals(to.name()) || bothIn(INTEGERS, from, to) || bothIn(TEXTS, from, to));
  }

  private static boolean isJson(SqlType type) {
    return type.schema() == null && type.dimensions() == 0 && JSON.contains(type.name());
  }

  private static String toJson(String name, SqlType to) {
    return "pg_catalog.to_" + to.name() + "(" + name + ")";
  }

  private static boolean isAutomatic(SqlType from, SqlType to) {
    if (from.schema() == null && from.name().equals(to.name()) && to.schema() == null) {
      return true;
    }
    return bothIn(STRINGS, from, to)
        || bothIn(NUMBERS, from, to)
        || bothIn(JSON, from, to)
        || bothIn(TIMESTAMPS, from, to)
        || bothIn(BITS, from, to)
        || bothIn(ADDRESSES, from, to)
        || (isString(from) && to.schema() == null && CUTTING.containsKey(to.name()))
        || (from.schema() == to.schema() && from.equals(to))
        || (isString(to) && !Set.of("bytea", "oid").contains(from.name()));
  }

  private static boolean bothIn(Set<String> family, SqlType from, SqlType to) {
    return family.contains(TypeNames.known(from)) && family.contains(TypeNames.known(to));
  }

  static boolean isInteger(SqlType type) {
    return type.schema() == null && type.dimensions() == 0 && INTEGERS.contains(type.name());
  }

  static boolean isString(SqlType type) {
    return type.dimensions() == 0 && STRINGS.contains(TypeNames.known(type));
  }

  /** Whether a type holds one letter, as Hibernate's {@code YesNoConverter} needs. */
  private static boolean isLetter(SqlType type) {
    return isString(type) && type.arguments().equals(List.of("1"));
  }

  private static String scalar(String name, SqlType from, SqlType to) {
    String target = to.schema() == null ? to.name() : "";
    switch (target) {
      case "boolean":
        return NUMBERS.contains(from.name()) ? name + " <> 0" : conversionByKind(name, from, to);
      case "timestamptz":
        return TIMESTAMPS.contains(from.name())
            ? (from.name().equals("date") ? name + "::timestamp" : name) + " at time zone 'UTC'"
            : conversionByKind(name, from, to);
      case "timestamp", "date":
        return from.name().equals("timestamptz")
            ? suffix(name + " at time zone 'UTC'", target)
            : conversionByKind(name, from, to);
      case "bytea":
        return toBytes(name, from);
      case "oid":
        return INTEGERS.contains(from.name())
            ? cast(name, to)
            : "lo_from_bytea(0, " + toBytes(name, from) + ")";
      case "uuid":
        if (isInteger(from)) {
          return "lpad(to_hex(" + name + "), 32, '0')::uuid";
        }
        return from.name().equals("bytea")
            ? "encode(" + name + ", 'hex')::uuid"
            : conversionByKind(name, from, to);
      case "smallint", "integer", "bigint":
        return from.name().equals("uuid") && from.schema() == null
            ? uuidToNumber(name, to)
            : conversionByKind(name, from, to);
      default:
        return conversionByKind(name, from, to);
    }
  }

  /**
   * The number at the end of a uuid that was made from a number; any other uuid fails. A key and
   * the columns that refer to it get the same number.
   */
  private static String uuidToNumber(String name, SqlType to) {
    boolean isBig = to.name().equals("bigint");
    String text = name + "::text";
    return "case when "
        + text
        + (isBig
            ? " like '00000000-0000-0000-%' then ('x' || right(replace("
                + text
                + ", '-', ''), 16))::bit(64)::bigint"
            : " like '00000000-0000-0000-0000-0000%' then ('x' || right("
                + text
                + ", 8))::bit(32)::integer")
        + " else "
        + cast(text, to)
        + " end";
  }

  private static String suffix(String expression, String target) {
    return target.equals("date") ? "(" + expression + ")::date" : expression;
  }

  private static String conversionByKind(String name, SqlType from, SqlType to) {
    if (isString(to)) {
      return "convert_from("
          + (from.name().equals("oid") ? "lo_get(" + name + ")" : name)
          + ", 'UTF8')";
    } else if (from.name().equals("boolean") && NUMBERS.contains(to.name())) {
      return "case when " + name + " then 1 when not " + name + " then 0 end";
    } else if (isJson(to) && !isString(from)) {
      return toJson(name, to);
    } else if (isString(from)) {
      return cast(name, to);
    }
    // By way of the text: where there is no cast, values that do not fit fail, and an empty column
    // never does.
    return cast(name + "::text", to);
  }

  private static String toBytes(String name, SqlType from) {
    return switch (from.name()) {
      case "oid" -> "lo_get(" + name + ")";
      case "bytea" -> name;
      case "uuid" -> "uuid_send(" + name + ")";
      default -> "convert_to(" + name + "::text, 'UTF8')";
    };
  }

  private static String cast(String name, SqlType to) {
    return name + "::" + TypeNames.sql(to);
  }
}
