package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.Narrowing;
import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what a change of type does to values that the new type does not hold. Between types of one
 * kind an assignment decides: it rounds numbers and times, and refuses texts that are too long
 * (PostgreSQL manual, chapter 8 Data Types). Types are canonical.
 */
final class NarrowerTypes {

  private static final Map<String, Integer> INTEGERS =
      Map.of("smallint", 4, "integer", 9, "bigint", 18);

  private static final Set<String> FLOATS = Set.of("real", "double precision");
  private static final Set<String> TEXTS = Set.of("varchar", "text", "char", "bpchar", "citext");
  private static final Set<String> FIXED = Set.of("char", "bpchar");
  private static final Set<String> BITS = Set.of("bit", "varbit");
  private static final Set<String> DAYS = Set.of("timestamp", "timestamptz", "date");
  private static final Set<String> CLOCKS = Set.of("time", "timetz");

  /** Types whose values are texts that may be no values of another type. */
  private static final Set<String> PARSED =
      Set.of("boolean", "uuid", "date", "time", "timetz", "timestamp", "timestamptz", "interval");

  /** The longest texts of the values of a type. */
  private static final Map<String, Integer> LENGTHS =
      Map.of("smallint", 6, "integer", 11, "bigint", 20, "uuid", 36, "date", 13, "boolean", 1);

  private NarrowerTypes() {}

  static Narrowing of(SqlType from, SqlType to) {
    if (WiderTypes.holds(to, from) || to.schema() != null) {
      return Narrowing.NONE;
    } else if (isText(to)) {
      return ofTexts(from, to);
    } else if (from.schema() != null) {
      return Narrowing.NONE;
    } else if (from.dimensions() != to.dimensions()) {
      return from.dimensions() > to.dimensions() ? Narrowing.CHANGES : Narrowing.NONE;
    }
    return ofElements(from, to);
  }

  /** A cast of elements cuts them off; {@code char} loses the blanks at the end. */
  private static Narrowing ofTexts(SqlType from, SqlType to) {
    if (!fitsText(from, to)) {
      boolean isCast =
          to.dimensions() > 0 && (from.dimensions() != to.dimensions() || !isText(from));
      return isCast ? Narrowing.CHANGES : Narrowing.REFUSES;
    }
    boolean blanks = FIXED.contains(TypeNames.known(to)) && !FIXED.contains(TypeNames.known(from));
    return changedIf(blanks && isText(from) && from.dimensions() == to.dimensions());
  }

  private static Narrowing ofElements(SqlType from, SqlType to) {
    String old = from.name();
    String name = to.name();
    if (isNumber(old) && isNumber(name)) {
      return ofNumbers(from, to);
    } else if (isNumber(old) && name.equals("boolean")) {
      return Narrowing.CHANGES;
    } else if (TEXTS.contains(old)) {
      boolean isShort = Conversions.threshold(from, to) != null;
      return refusedIf(isShort || isNumber(name) || PARSED.contains(name));
    } else if (BITS.contains(old) && BITS.contains(name)) {
      return refusedIf(!fitsBits(from, to));
    } else if (DAYS.contains(old) && DAYS.contains(name)) {
      return changedIf(
          !old.equals("date") && (name.equals("date") || decimals(to) < decimals(from)));
    } else if (CLOCKS.contains(old) && CLOCKS.contains(name)) {
      return changedIf(name.equals("time") && !old.equals(name) || decimals(to) < decimals(from));
    } else if (DAYS.contains(old) && CLOCKS.contains(name)) {
      return Narrowing.CHANGES;
    }
    boolean isInterval = old.equals("interval") && name.equals("interval");
    return changedIf(isInterval || (old.equals("inet") && name.equals("cidr")));
  }

  private static Narrowing ofNumbers(SqlType from, SqlType to) {
    boolean isInteger = INTEGERS.containsKey(from.name());
    boolean isNumeric = from.name().equals("numeric") && !from.arguments().isEmpty();
    int scale = isNumeric ? number(from.arguments(), 1) : 0;
    int digits = isNumeric ? number(from.arguments(), 0) - scale : 0;
    if (FLOATS.contains(to.name())) {
      return changedIf(!fitsFloat(from, to, isNumeric && scale >= 0 ? digits + scale : 99));
    } else if (INTEGERS.containsKey(to.name())) {
      boolean fits = isNumeric && scale <= 0 && digits <= INTEGERS.get(to.name());
      boolean isWhole = isInteger || (isNumeric && scale <= 0);
      return fits ? Narrowing.NONE : isWhole ? Narrowing.REFUSES : Narrowing.CHANGES;
    }
    boolean keepsScale = isInteger || (isNumeric && scale <= number(to.arguments(), 1));
    return keepsScale ? Narrowing.REFUSES : Narrowing.CHANGES;
  }

  /** Floats keep 6 and 15 decimal digits of any number (manual, 8.1.3 Floating-Point Types). */
  private static boolean fitsFloat(SqlType from, SqlType to, int digits) {
    return to.name().equals("real")
        ? from.name().equals("smallint") || digits <= 6
        : Set.of("smallint", "integer").contains(from.name()) || digits <= 15;
  }

  private static boolean fitsText(SqlType from, SqlType to) {
    if (to.arguments().isEmpty()) {
      return true;
    }
    int room = number(to.arguments(), 0);
    if (from.schema() == null && from.dimensions() == to.dimensions()) {
      return TEXTS.contains(from.name())
          ? !from.arguments().isEmpty() && number(from.arguments(), 0) <= room
          : LENGTHS.getOrDefault(from.name(), Integer.MAX_VALUE) <= room;
    }
    return from.schema() != null;
  }

  private static boolean fitsBits(SqlType from, SqlType to) {
    return to.name().equals("varbit")
        && (to.arguments().isEmpty()
            || (!from.arguments().isEmpty()
                && number(from.arguments(), 0) <= number(to.arguments(), 0)));
  }

  private static boolean isText(SqlType type) {
    return TEXTS.contains(TypeNames.known(type));
  }

  private static boolean isNumber(String name) {
    return INTEGERS.containsKey(name) || FLOATS.contains(name) || name.equals("numeric");
  }

  private static int decimals(SqlType type) {
    return type.arguments().isEmpty() ? 6 : number(type.arguments(), 0);
  }

  private static int number(List<String> arguments, int index) {
    return index < arguments.size() ? Integer.parseInt(arguments.get(index)) : 0;
  }

  private static Narrowing refusedIf(boolean condition) {
    return condition ? Narrowing.REFUSES : Narrowing.NONE;
  }

  private static Narrowing changedIf(boolean condition) {
    return condition ? Narrowing.CHANGES : Narrowing.NONE;
  }
}
