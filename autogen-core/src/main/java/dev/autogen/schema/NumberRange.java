package dev.autogen.schema;

import org.jspecify.annotations.Nullable;

/**
 * The range of a sequence's numbers (SQL:2016, 11.72 {@code <sequence generator definition>}).
 *
 * @param type the integer type of the numbers, or null where it is not specified
 * @param minimum the smallest number, or null for 1 or, counting down, the type's smallest
 * @param maximum the largest number, or null for the type's largest or, counting down, -1
 * @param cycle whether the sequence starts again after the last number
 */
public record NumberRange(
    @Nullable String type, @Nullable Long minimum, @Nullable Long maximum, boolean cycle) {

  private static final NumberRange UNSPECIFIED = new NumberRange(null, null, null, false);

  /** A range of which nothing is specified. */
  public static NumberRange unspecified() {
    return UNSPECIFIED;
  }

  /** Whether another range agrees with everything that this one specifies. */
  public boolean holdsFor(NumberRange other) {
    return (type == null || type.equals(other.type))
        && (minimum == null || minimum.equals(other.minimum))
        && (maximum == null || maximum.equals(other.maximum))
        && (!cycle || other.cycle);
  }

  /** This range; where it does not specify something, the other one does. */
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

  /** The same range, starting again after the last number or not. */
  public NumberRange withCycle(boolean other) {
    return new NumberRange(type, minimum, maximum, other);
  }
}
