package dev.autogen.dialect.postgresql;

import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says which types hold every value of another (PostgreSQL manual, chapter 8 Data Types). Types are
 * canonical.
 *
 * <p>Domains, enums and types of extensions hold the values of no other type.
 */
final class WiderTypes {

  /** The digits that the values of an integer type can have. */
  private static final Map<String, Integer> DIGITS =
      Map.of("smallint", 5, "integer", 10, "bigint", 19);

  /** Types whose argument is a length. Without one, they hold any length. */
  private static final Set<String> LENGTHS = Set.of("varchar", "varbit");

  /** Types whose argument is the number of decimals of a second. Without one, they have six. */
  private static final Set<String> SECONDS =
      Set.of("time", "timetz", "timestamp", "timestamptz", "interval");

  private WiderTypes() {}

  static boolean holds(SqlType wider, SqlType narrower) {
    if (wider.equals(narrower)) {
      return true;
    } else if (wider.schema() != null
        || narrower.schema() != null
        || wider.dimensions() != narrower.dimensions()) {
      return false;
    }
    SqlType to = unlimited(wider);
    SqlType from = unlimited(narrower);
    if (to.name().equals("numeric")) {
      return holdsDigits(to, from);
    } else if (to.name().equals(from.name())) {
      return holdsArguments(to.name(), to.arguments(), from.arguments());
    } else if (DIGITS.containsKey(to.name()) && DIGITS.containsKey(from.name())) {
      return DIGITS.get(to.name()) > DIGITS.get(from.name());
    }
    return to.name().equals("double precision") && from.name().equals("real");
  }

  /** {@code text} by its other name, {@code varchar} without a length. */
  private static SqlType unlimited(SqlType type) {
    return type.name().equals("text")
        ? new SqlType(null, "varchar", List.of(), type.dimensions())
        : type;
  }

  private static boolean holdsArguments(String name, List<String> to, List<String> from) {
    if (to.equals(from)) {
      return true;
    } else if (SECONDS.contains(name) || LENGTHS.contains(name)) {
      return to.isEmpty() || (!from.isEmpty() && number(to, 0) >= number(from, 0));
    }
    return name.equals("char") && number(to, 0) >= number(from, 0);
  }

  /** Whether there is room for as many digits before the point and for as many behind it. */
  private static boolean holdsDigits(SqlType to, SqlType from) {
    boolean isNumeric = from.name().equals("numeric");
    if (!isNumeric && !DIGITS.containsKey(from.name())) {
      return false;
    } else if (to.arguments().isEmpty()) {
      return true;
    } else if (isNumeric && from.arguments().isEmpty()) {
      return false;
    }
    int scale = isNumeric ? number(from.arguments(), 1) : 0;
    int digits = isNumeric ? number(from.arguments(), 0) - scale : DIGITS.get(from.name());
    int room = number(to.arguments(), 1);
    return room >= scale && number(to.arguments(), 0) - room >= digits;
  }

  private static int number(List<String> arguments, int index) {
    return index < arguments.size() ? Integer.parseInt(arguments.get(index)) : 0;
  }
}
