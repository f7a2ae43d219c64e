package dev.autogen.dialect.rows;

import java.math.BigDecimal;

/**
 * What kind of values a column holds.
 *
 * @param least the least number that fits; 0 for a kind without numbers
 * @param most the largest number that fits; 0 for a kind without numbers
 */
public record ValueKind(Family family, BigDecimal least, BigDecimal most) {

  /** The kinds of values between which conditions make a difference. */
  public enum Family {
    WHOLE,
    FRACTION,
    TEXT,
    MOMENT,
    DOCUMENT,
    BYTES,
    OTHER
  }

  private static final int LARGEST_EXPONENT = 30;

  /** Values of that kind, which are no numbers. */
  public static ValueKind of(Family family) {
    return new ValueKind(family, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /** Whole numbers of so many bits, with a sign or without. */
  public static ValueKind whole(int bits, boolean signed) {
    BigDecimal size = BigDecimal.valueOf(2).pow(signed ? bits - 1 : bits);
    return new ValueKind(
        Family.WHOLE, signed ? size.negate() : BigDecimal.ZERO, size.subtract(BigDecimal.ONE));
  }

  /** Numbers with so many digits before the point; a negative number means no limit. */
  public static ValueKind fraction(int digits) {
    BigDecimal bound =
        BigDecimal.TEN.pow(digits < 0 ? LARGEST_EXPONENT : digits).subtract(BigDecimal.ONE);
    return new ValueKind(Family.FRACTION, bound.negate(), bound);
  }

  boolean holds(BigDecimal number) {
    return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
  }
}
