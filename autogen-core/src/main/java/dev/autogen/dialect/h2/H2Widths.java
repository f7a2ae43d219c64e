package dev.autogen.dialect.h2;

import dev.autogen.dialect.Narrowing;
import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says which types hold every value of another, and what a change does to values that do not fit:
 * H2 refuses texts and numbers that are too long, and rounds decimals and times (H2 manual, Data
 * Types). Types are canonical.
 */
final class H2Widths {

  private static final Map<String, Integer> DIGITS =
      Map.of("tinyint", 3, "smallint", 5, "integer", 10, "bigint", 19);

  private static final Set<String> FIXED = Set.of("char", "binary");

  /** The longest texts of the values of a type. */
  private static final Map<String, Integer> TEXTS =
      Map.of(
          "tinyint",
          4,
          "smallint",
          6,
          "integer",
          11,
          "bigint",
          20,
          "uuid",
          36,
          "date",
          13,
          "boolean",
          5);

  private H2Widths() {}

  static boolean holds(SqlType wider, SqlType narrower) {
    if (wider.equals(narrower)) {
      return true;
    }
    H2TypeFamily to = H2TypeFamily.of(wider);
    H2TypeFamily from = H2TypeFamily.of(narrower);
    return switch (to) {
      case INTEGER -> from == to && DIGITS.get(wider.name()) > DIGITS.get(narrower.name());
      case EXACT ->
          wider.name().equals("numeric")
              && (from == H2TypeFamily.INTEGER || narrower.name().equals("numeric"))
              && holdsDigits(wider, narrower);
      case FLOAT -> wider.name().equals("double precision") && narrower.name().equals("real");
      case TEXT, BYTES ->
          from == to && !FIXED.contains(wider.name()) && length(wider) >= length(narrower)
              || wider.name().equals(narrower.name()) && length(wider) >= length(narrower);
      case DAY, CLOCK ->
          wider.name().equals(narrower.name()) && decimals(wider) >= decimals(narrower);
      case ENUM -> from == to && wider.arguments().containsAll(narrower.arguments());
      default -> false;
    };
  }

  private static boolean holdsDigits(SqlType to, SqlType from) {
    boolean isNumeric = from.name().equals("numeric");
    if (to.arguments().isEmpty()) {
      return !isNumeric || from.arguments().isEmpty() || number(from, 1) == 0;
    } else if (isNumeric && from.arguments().isEmpty()) {
      return false;
    }
    int scale = isNumeric ? number(from, 1) : 0;
    int digits = isNumeric ? number(from, 0) - scale : DIGITS.get(from.name());
    int room = number(to, 1);
    return room >= scale && number(to, 0) - room >= digits;
  }

  static Narrowing narrowing(SqlType from, SqlType to) {
    if (holds(to, from) || to.schema() != null || from.schema() != null) {
      return Narrowing.NONE;
    } else if (from.dimensions() != to.dimensions()) {
      return from.dimensions() > to.dimensions() ? Narrowing.CHANGES : Narrowing.NONE;
    }
    H2TypeFamily before = H2TypeFamily.of(from);
    H2TypeFamily after = H2TypeFamily.of(to);
    return switch (after) {
      case TEXT -> texts(before, from, to);
      case BYTES -> before == after ? Narrowing.REFUSES : Narrowing.NONE;
      case INTEGER ->
          before == H2TypeFamily.INTEGER || isWhole(from)
              ? Narrowing.REFUSES
              : before.isNumber() ? Narrowing.CHANGES : parsed(before);
      case EXACT ->
          before == H2TypeFamily.INTEGER
                  || (from.name().equals("numeric") && number(from, 1) <= number(to, 1))
              ? Narrowing.REFUSES
              : before.isNumber() ? Narrowing.CHANGES : parsed(before);
      case FLOAT -> before.isNumber() ? Narrowing.CHANGES : parsed(before);
      case DAY, CLOCK ->
          before == H2TypeFamily.DAY
                      && !from.name().equals("date")
                      && (after == H2TypeFamily.CLOCK
                          || to.name().equals("date")
                          || decimals(to) < decimals(from))
                  || before == after && decimals(to) < decimals(from) && !from.name().equals("date")
              ? Narrowing.CHANGES
              : parsed(before);
      case BOOLEAN -> before.isNumber() ? Narrowing.CHANGES : parsed(before);
      case UUID, ENUM -> before == after ? Narrowing.REFUSES : parsed(before);
      default -> Narrowing.NONE;
    };
  }

  private static Narrowing texts(H2TypeFamily before, SqlType from, SqlType to) {
    int longest =
        before == H2TypeFamily.TEXT
            ? length(from)
            : TEXTS.getOrDefault(from.name(), Integer.MAX_VALUE);
    if (longest > length(to)) {
      return Narrowing.REFUSES;
    }
    return to.name().equals("char") && before == H2TypeFamily.TEXT && !from.name().equals("char")
        ? Narrowing.CHANGES
        : Narrowing.NONE;
  }

  private static boolean isWhole(SqlType type) {
    return type.name().equals("numeric") && number(type, 1) == 0;
  }

  private static Narrowing parsed(H2TypeFamily before) {
    return before == H2TypeFamily.TEXT ? Narrowing.REFUSES : Narrowing.NONE;
  }

  private static int length(SqlType type) {
    return type.arguments().isEmpty() ? Integer.MAX_VALUE : number(type, 0);
  }

  private static int decimals(SqlType type) {
    if (!type.arguments().isEmpty()) {
      return number(type, 0);
    }
    return H2TypeFamily.of(type) == H2TypeFamily.CLOCK || type.name().equals("date") ? 0 : 6;
  }

  private static int number(SqlType type, int index) {
    List<String> arguments = type.arguments();
    return index < arguments.size() ? Integer.parseInt(arguments.get(index)) : 0;
  }
}
