package dev.autogen.dialect.rows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sample values that are the same for all databases, as plain texts: an ordinary one first, then
 * the bounds, the empty one, and values that often cause errors.
 */
public final class Samples {

  private static final int LONG_TEXT = 300;
  private static final int LONGEST_TEXT = 10_000;
  private static final int MOST_TEXTS = 8;

  private Samples() {}

  /** Documents in JSON. */
  public static final List<String> DOCUMENTS =
      List.of(
          "{\"a\": 1}",
          "{}",
          "[]",
          "null",
          "\"text\"",
          "{\"a\": {\"b\": [1, null, \"é\"]}}",
          "1.50",
          "[1, 2]");

  /** Bytes in hexadecimal digits. */
  public static final List<String> BYTES = List.of("616263", "", "00", "ff00ff", "deadbeef");

  /** Whole numbers between bounds. */
  public static List<String> whole(String least, String most) {
    List<String> values = new ArrayList<>(List.of("1", least, most, "0"));
    values.addAll(least.startsWith("-") ? List.of("-1") : List.of("2"));
    values.addAll(List.of("42", "7", "100"));
    return List.copyOf(new LinkedHashSet<>(values));
  }

  /** Days from one year to another. */
  public static List<String> days(String firstYear, String lastYear) {
    return List.of(
        "2024-02-29",
        firstYear + "-01-01",
        lastYear + "-12-31",
        "1970-01-01",
        "1969-12-31",
        "2000-01-01",
        "2038-01-20",
        "1582-10-15");
  }

  /**
   * Moments from one year to another.
   *
   * @param zone what stands behind them
   */
  public static List<String> moments(String firstYear, String lastYear, String zone) {
    return List.of(
        "2024-02-29 12:34:56.789012" + zone,
        firstYear + "-01-01 00:00:00" + zone,
        lastYear + "-12-31 23:59:59" + zone,
        "1970-01-01 00:00:00" + zone,
        "1969-12-31 23:59:59.999999" + zone,
        "2000-01-01 00:00:00" + zone,
        "2038-01-20 03:14:08" + zone,
        "2026-03-29 02:30:00.000001" + zone);
  }

  /**
   * Times of a day.
   *
   * @param zone what stands behind them
   */
  public static List<String> times(String zone) {
    return List.of(
        "12:34:56.789012" + zone, "00:00:00" + zone, "23:59:59.999999" + zone, "08:30:00" + zone);
  }

  /** UUIDs. */
  public static List<String> uuids() {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      values.add("0190a1b2-0000-7000-8000-00000000000" + i);
    }
    values.add("00000000-0000-0000-0000-000000000000");
    values.add("ffffffff-ffff-ffff-ffff-ffffffffffff");
    return List.copyOf(values);
  }

  /**
   * Numbers with a fraction.
   *
   * @param precision how many digits; a negative number means no limit
   * @param scale how many of them are behind the point
   */
  public static List<String> numbers(int precision, int scale) {
    if (precision < 0) {
      String large = "12345678901234567890.123456789";
      return List.of("1.5", "-" + large, large, "0", "-1", "0.000000001", "42", "7");
    }
    BigDecimal smallest = BigDecimal.ONE.movePointLeft(scale);
    BigDecimal largest = largest(precision, scale);
    Set<String> values = new LinkedHashSet<>();
    for (BigDecimal value :
        List.of(
            BigDecimal.ONE,
            largest.negate(),
            largest,
            BigDecimal.ZERO,
            smallest,
            smallest.negate(),
            smallest.multiply(BigDecimal.valueOf(2)),
            BigDecimal.valueOf(42))) {
      if (value.abs().compareTo(largest) <= 0) {
        values.add(value.toPlainString());
      }
    }
    return List.copyOf(values);
  }

  /** The largest one that still fits when its fraction is rounded: 999.49 for five digits. */
  private static BigDecimal largest(int precision, int scale) {
    BigDecimal nines =
        new BigDecimal(BigInteger.TEN.pow(precision).subtract(BigInteger.ONE), scale);
    BigDecimal half = new BigDecimal("0.5");
    return scale > 0 && nines.compareTo(half) > 0 ? nines.subtract(half) : nines;
  }

  /** Floating-point numbers of four bytes. */
  public static List<String> singles() {
    return List.of("1.5", "-3.4e38", "3.4e38", "0", "-1", "1.2e-38", "42", "7");
  }

  /** Floating-point numbers of eight bytes. */
  public static List<String> doubles() {
    return List.of("1.5", "-1.7e308", "1.7e308", "0", "-1", "2.3e-308", "42", "0.1");
  }

  /** Texts of at most this number of characters; a negative number means no limit. */
  public static List<String> texts(int length) {
    String longest = "x".repeat(length < 0 ? LONG_TEXT : Math.min(length, LONGEST_TEXT));
    Set<String> values = new LinkedHashSet<>();
    for (String text :
        List.of(
            "Abc",
            "",
            longest,
            "Zoë 😀 日本",
            "O'Hara \"\\ %_\n",
            "  padded ",
            "42",
            "true",
            "z",
            "b",
            "c",
            "d")) {
      if (values.size() < MOST_TEXTS) {
        values.add(cut(text, length));
      }
    }
    return List.copyOf(values);
  }

  private static String cut(String text, int length) {
    return length < 0 || text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }

  /** Bits as digits. */
  public static List<String> bits(int length) {
    return List.copyOf(
        new LinkedHashSet<>(
            List.of(
                "1".repeat(length), "0".repeat(length), "10".repeat(length).substring(0, length))));
  }

  /**
   * Bytes of at most this number, or of exactly this number.
   *
   * @param length a negative number means no limit
   */
  public static List<String> bytes(int length, boolean exactly) {
    Set<String> values = new LinkedHashSet<>();
    for (String each : BYTES) {
      String digits = each;
      if (length >= 0 && digits.length() > 2 * length) {
        digits = digits.substring(0, 2 * length);
      }
      values.add(exactly ? digits + "00".repeat(length - digits.length() / 2) : digits);
    }
    if (exactly && length > 0) {
      values.add("ff".repeat(length));
      values.add("00".repeat(length - 1) + "01");
      values.add("00".repeat(length - 1) + "02");
      values.add("00".repeat(length - 1) + "03");
    }
    return List.copyOf(values);
  }
}
