package dev.autogen.dialect.postgresql;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Reads arrays in rows of the catalog. */
final class PgArrays {

  private PgArrays() {}

  /** The strings of an array; the array and its elements may be null. */
  static List<@Nullable String> nullableStrings(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  /** The strings of an array without null elements; empty if there is no array. */
  static List<String> strings(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /** The numbers of an array, {@code {1,2}}, or of a vector, {@code 1 2}. */
  static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (StringTokenizer words = words(text); words.hasMoreTokens(); ) {
      numbers.add(Integer.valueOf(words.nextToken()));
    }
    return numbers;
  }

  /** The same for object identifiers, which are unsigned. */
  static List<Long> oids(String text) {
    List<Long> numbers = new ArrayList<>();
    for (StringTokenizer words = words(text); words.hasMoreTokens(); ) {
      numbers.add(Long.valueOf(words.nextToken()));
    }
    return numbers;
  }

  /** Also splits at quotes: the driver quotes numbers when it transfers results in binary form. */
  private static StringTokenizer words(String text) {
    return new StringTokenizer(text, "{}, \"");
  }
}
