package dev.autogen.testing;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Where random tests begin: elsewhere each day, at the same place all day long, and where {@code
 * -Dautogen.test.seed=…} says, so that what one day finds can be tried on any other.
 */
public final class TestSeed {

  /** Seeds between those of two days; a test may take as many, one after the other. */
  private static final long OF_A_DAY = 100_000;

  private TestSeed() {}

  /** The seed for a test, which is printed with the property that repeats it. */
  public static long of(String test) {
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay() * OF_A_DAY;
    long seed = Long.getLong("autogen.test.seed", today);
    System.out.printf("%s: -Dautogen.test.seed=%d%n", test, seed);
    return seed;
  }
}
