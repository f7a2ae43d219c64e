package dev.autogen.dialect.rows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers for keys that the rows of a migration are unlikely to have: rows that migrations insert
 * or delete count from one, so that rows which are tried begin far above.
 */
final class KeyValues {

  private static final BigDecimal SMALL = BigDecimal.valueOf(30_000);
  private static final BigDecimal LARGE = BigDecimal.valueOf(900_000_000);
  private static final BigDecimal TINY = BigDecimal.valueOf(60);

  /** So that arithmetic, such as a division, does not make two of them one. */
  private static final int STEP = 10;

  /** Enough for all rows that are tried one by one, where the first are refused. */
  private static final int COUNT = 64;

  private KeyValues() {}

  /**
   * SQL expressions for a key of whole numbers; none for another kind.
   *
   * @param numbered whether the database gives the numbers, which never come near the bounds
   */
  static List<String> of(ValueKind kind, boolean numbered, ValueWriter writer) {
    if (kind.family() != ValueKind.Family.WHOLE) {
      return List.of();
    }
    boolean large = kind.holds(LARGE.multiply(BigDecimal.valueOf(2)));
    boolean small = kind.holds(SMALL.add(BigDecimal.valueOf((long) COUNT * STEP)));
    BigDecimal first = large ? LARGE : small ? SMALL : TINY;
    int step = large || small ? STEP : 1;
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= COUNT; i++) {
      values.add(writer.number(first.add(BigDecimal.valueOf((long) i * step)).toPlainString()));
    }
    if (!numbered) {
      values.addAll(
          1,
          List.of(
              writer.number(kind.least().toPlainString()),
              writer.number(kind.most().toPlainString())));
    }
    return values;
  }
}
