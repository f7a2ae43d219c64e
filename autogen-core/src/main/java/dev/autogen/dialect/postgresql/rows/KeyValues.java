package dev.autogen.dialect.postgresql.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers for keys that the rows of a migration are unlikely to have: rows that migrations insert
 * or delete count from one, so that rows which are tried begin far above.
 */
final class KeyValues {

  private static final int SMALL = 30_000;
  private static final int LARGE = 900_000_000;

  /** So that arithmetic, such as a division, does not make two of them one. */
  private static final int STEP = 10;

  /** Enough for all rows that are tried one by one, where the first are refused. */
  private static final int COUNT = 64;

  private KeyValues() {}

  /**
   * Literals for a key of whole numbers; none for another type.
   *
   * @param type the type in the form of {@code format_type}
   * @param numbered whether a sequence gives the numbers, which never come near the type's bounds
   */
  static List<String> of(String type, boolean numbered) {
    String least = null;
    String largest = null;
    int first = LARGE;
    switch (SampleValues.name(type)) {
      case "smallint" -> {
        first = SMALL;
        least = String.valueOf(Short.MIN_VALUE);
        largest = String.valueOf(Short.MAX_VALUE);
      }
      case "integer" -> {
        least = String.valueOf(Integer.MIN_VALUE);
        largest = String.valueOf(Integer.MAX_VALUE);
      }
      case "bigint" -> {
        least = String.valueOf(Long.MIN_VALUE);
        largest = String.valueOf(Long.MAX_VALUE);
      }
      default -> {
        return List.of();
      }
    }
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= COUNT; i++) {
      values.add(String.valueOf(first + i * STEP));
    }
    if (!numbered) {
      values.addAll(1, List.of(least, largest));
    }
    return SampleValues.literals(values.toArray(String[]::new));
  }
}
