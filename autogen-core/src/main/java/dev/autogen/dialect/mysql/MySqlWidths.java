package dev.autogen.dialect.mysql;

import dev.autogen.dialect.Narrowing;
import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Map;

/**
 * Says which types hold every value of another, and what a change does to values that do not fit:
 * in strict mode texts and numbers that are too long are refused; decimals, times and floats are
 * rounded (MySQL manual, Out-of-Range and Overflow Handling). Types are canonical.
 */
final class MySqlWidths {

  private static final Map<String, Integer> BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);

  private static final Map<String, Integer> DIGITS =
      Map.of("tinyint", 3, "smallint", 5, "mediumint", 7, "int", 10, "bigint", 19);

  private static final Map<String, Long> LENGTHS =
      Map.of(
          "tinytext", 63L,
          "text", 16383L,
          "mediumtext", 4194303L,
          "longtext", 1073741823L,
          "tinyblob", 255L,
          "blob", 65535L,
          "mediumblob", 16777215L,
          "longblob", 4294967295L);

  /** The longest texts of the values of a type. */
  private static final Map<MySqlTypeFamily, Integer> TEXTS =
      Map.of(
          MySqlTypeFamily.INTEGER, 20,
          MySqlTypeFamily.UUID, 36,
          MySqlTypeFamily.DATE, 10,
          MySqlTypeFamily.MOMENT, 26,
          MySqlTypeFamily.CLOCK, 17,
          MySqlTypeFamily.YEAR, 4,
          MySqlTypeFamily.BIT, 1);

  private MySqlWidths() {}

  static boolean holds(SqlType wider, SqlType narrower) {
    if (wider.equals(narrower)) {
      return true;
    }
    MySqlTypeFamily to = MySqlTypeFamily.of(wider);
    MySqlTypeFamily from = MySqlTypeFamily.of(narrower);
    return switch (to) {
      case INTEGER -> from == to && holdsInteger(wider, narrower);
      case EXACT -> (from == MySqlTypeFamily.INTEGER || from == to) && holdsDigits(wider, narrower);
      case FLOAT -> wider.name().equals("double") && narrower.name().equals("float");
      case TEXT ->
          from == to && length(wider) >= length(narrower)
              || from == MySqlTypeFamily.ENUM && length(wider) >= longest(narrower.arguments());
      case BYTES ->
          from == to && length(wider) >= length(narrower) && !wider.name().equals("binary");
      case MOMENT, CLOCK ->
          wider.name().equals(narrower.name()) && number(wider, 0) >= number(narrower, 0);
      case BIT -> from == to && number(wider, 0) >= number(narrower, 0);
      case ENUM, SET -> from == to && wider.arguments().containsAll(narrower.arguments());
      default -> false;
    };
  }

  private static boolean holdsInteger(SqlType to, SqlType from) {
    int room = BITS.get(word(to));
    int need = BITS.get(word(from));
    boolean signed = !isUnsigned(to);
    return isUnsigned(from) == isUnsigned(to) ? room >= need : signed && room > need;
  }

  private static String word(SqlType type) {
    return type.name().split(" ", 2)[0];
  }

  private static boolean isUnsigned(SqlType type) {
    return type.name().contains(" unsigned");
  }

  private static boolean holdsDigits(SqlType to, SqlType from) {
    if (isUnsigned(to) && !isUnsigned(from)) {
      return false;
    }
    boolean exact = MySqlTypeFamily.of(from) == MySqlTypeFamily.EXACT;
    int scale = exact ? number(from, 1) : 0;
    int digits =
        exact ? number(from, 0) - scale : DIGITS.get(word(from)) + (isUnsigned(from) ? 1 : 0);
    return number(to, 1) >= scale && number(to, 0) - number(to, 1) >= digits;
  }

  static Narrowing narrowing(SqlType from, SqlType to) {
    if (holds(to, from) || to.schema() != null || from.schema() != null) {
      return Narrowing.NONE;
    }
    MySqlTypeFamily before = MySqlTypeFamily.of(from);
    MySqlTypeFamily after = MySqlTypeFamily.of(to);
    return switch (after) {
      case TEXT -> texts(before, from, to);
      case BYTES -> before == after ? Narrowing.REFUSES : Narrowing.NONE;
      case INTEGER, BIT, YEAR ->
          before == MySqlTypeFamily.EXACT && number(from, 1) > 0 || before == MySqlTypeFamily.FLOAT
              ? Narrowing.CHANGES
              : before == MySqlTypeFamily.OTHER ? Narrowing.NONE : Narrowing.REFUSES;
      case EXACT ->
          before == MySqlTypeFamily.FLOAT || before == after && number(from, 1) > number(to, 1)
              ? Narrowing.CHANGES
              : Narrowing.REFUSES;
      case FLOAT -> before.isNumber() ? Narrowing.CHANGES : Narrowing.REFUSES;
      case DATE, CLOCK, MOMENT ->
          before == MySqlTypeFamily.MOMENT || before == after
              ? Narrowing.CHANGES
              : before == MySqlTypeFamily.DATE ? Narrowing.NONE : Narrowing.REFUSES;
      case ENUM, SET, UUID, JSON -> Narrowing.REFUSES;
      default -> Narrowing.NONE;
    };
  }

  private static Narrowing texts(MySqlTypeFamily before, SqlType from, SqlType to) {
    long longest =
        before == MySqlTypeFamily.TEXT
            ? length(from)
            : before == MySqlTypeFamily.ENUM
                ? longest(from.arguments())
                : TEXTS.getOrDefault(before, Integer.MAX_VALUE);
    return longest > length(to) ? Narrowing.REFUSES : Narrowing.NONE;
  }

  private static int longest(List<String> literals) {
    return literals.stream().mapToInt(each -> each.length() - 2).max().orElse(0);
  }

  private static long length(SqlType type) {
    Long usual = LENGTHS.get(type.name());
    return usual != null ? usual : number(type, 0);
  }

  private static int number(SqlType type, int index) {
    List<String> arguments = type.arguments();
    return index < arguments.size() ? Integer.parseInt(arguments.get(index)) : 0;
  }
}
