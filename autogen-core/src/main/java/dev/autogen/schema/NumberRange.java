package dev.autogen.schema;

import org.jspecify.annotations.Nullable;

/**
 * The numbers that a sequence runs through (SQL:2016, 11.72 {@code <sequence generator
 * definition>}).
 *
 * @param type the integer type of the numbers, or null where nothing is said
 * @param minimum the least of them, or null for 1 or, counting down, the type's least
 * @param maximum the greatest of them, or null for the type's greatest or, counting down, -1
 * @param cycle whether it begins again behind the last one
 */
public record NumberRange(
    @Nullable String type, @Nullable Long minimum, @Nullable Long maximum, boolean cycle) {

  private static final NumberRange UNSAID = new NumberRange(null, null, null, false);

  /** The range of a sequence of which nothing is said. */
  public static NumberRange unsaid() {
    return UNSAID;
  }

  /** Whether a range has all that is said here. */
  public boolean holdsFor(NumberRange other) {
    return (type == null || type.equals(other.type))
        && (minimum == null || minimum.equals(other.minimum))
        && (maximum == null || maximum.equals(other.maximum))
        && (!cycle || other.cycle);
  }

  /** What is said here, and for the rest what another says. */
  public NumberRange orElse(NumberRange other) {
    return new NumberRange(
        type == null ? other.type : type,
        minimum == null ? other.minimum : minimum,
        maximum == null ? other.maximum : maximum,
        cycle || other.cycle);
  }

  /** The same range of another type. */
  public NumberRange withType(@Nullable String other) {
    return new NumberRange(other, minimum, maximum, cycle);
  }

  /** The same range from another number. */
  public NumberRange withMinimum(@Nullable Long other) {
    return new NumberRange(type, other, maximum, cycle);
  }

  /** The same range up to another number. */
  public NumberRange withMaximum(@Nullable Long other) {
    return new NumberRange(type, minimum, other, cycle);
  }

  /** The same range, beginning again or not. */
  public NumberRange withCycle(boolean other) {
    return new NumberRange(type, minimum, maximum, other);
  }
}
