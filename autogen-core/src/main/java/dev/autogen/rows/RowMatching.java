package dev.autogen.rows;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a table again after a migration: by their key, else by all their values, else
 * by the most equal values among the rows that are left.
 */
final class RowMatching {

  private static final long MOST_COMPARISONS = 1_000_000;
  private static final Set<String> TRUE = Set.of("t", "true", "1", "y");
  private static final Set<String> FALSE = Set.of("f", "false", "0", "n");

  private final List<List<@Nullable String>> before;
  private final List<List<@Nullable String>> after;
  private final boolean[] retyped;
  private final int[] matches;
  private final TreeSet<Integer> open = new TreeSet<>();
  private final TreeSet<Integer> lost = new TreeSet<>();

  private RowMatching(
      List<List<@Nullable String>> before, List<List<@Nullable String>> after, boolean[] retyped) {
    this.before = before;
    this.after = after;
    this.retyped = retyped;
    this.matches = new int[before.size()];
    for (int i = 0; i < before.size(); i++) {
      matches[i] = -1;
      lost.add(i);
    }
    for (int i = 0; i < after.size(); i++) {
      open.add(i);
    }
  }

  /**
   * For each row before, the index of the same row after the migration, or -1.
   *
   * @param before the rows, with only the columns that exist before and after
   * @param retyped for each column, whether its type changed, so that a value may be written
   *     differently
   * @param key the positions of the key among these columns, or empty
   */
  static int[] of(
      List<List<@Nullable String>> before,
      List<List<@Nullable String>> after,
      boolean[] retyped,
      List<Integer> key) {
    RowMatching match = new RowMatching(before, after, retyped);
    if (!key.isEmpty()) {
      match.equal(key);
    }
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < retyped.length; i++) {
      all.add(i);
    }
    match.equal(all);
    match.matchSimilar();
    return match.matches;
  }

  /**
   * Whether two texts mean the same value. Where the column changed its type, a value may be
   * written differently.
   */
  static boolean same(@Nullable String one, @Nullable String other, boolean retyped) {
    if (Objects.equals(one, other)) {
      return true;
    }
    return retyped && one != null && other != null && normal(one).equals(normal(other));
  }

  private static String normal(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (TRUE.contains(lower) || FALSE.contains(lower)) {
      return TRUE.contains(lower) ? "1" : "0";
    }
    if (text.length() < 400 && text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?")) {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
    return text;
  }

  private void equal(List<Integer> columns) {
    Map<List<@Nullable String>, Deque<Integer>> found = new HashMap<>();
    for (int i : open) {
      found.computeIfAbsent(values(after.get(i), columns), any -> new ArrayDeque<>()).add(i);
    }
    for (int i : List.copyOf(lost)) {
      Deque<Integer> candidates = found.get(values(before.get(i), columns));
      if (candidates != null && !candidates.isEmpty()) {
        match(i, candidates.remove());
      }
    }
  }

  private List<@Nullable String> values(List<@Nullable String> row, List<Integer> columns) {
    List<@Nullable String> values = new ArrayList<>();
    for (int i : columns) {
      String value = row.get(i);
      values.add(value == null || !retyped[i] ? value : normal(value));
    }
    return values;
  }

  private void match(int one, int other) {
    matches[one] = other;
    lost.remove(one);
    open.remove(other);
  }

  /**
   * Matches the remaining rows by the number of equal values. If there are fewer rows than before,
   * at least half of the values must be equal; otherwise a new row could be taken for a lost one.
   */
  private void matchSimilar() {
    if ((long) lost.size() * open.size() > MOST_COMPARISONS) {
      for (int i : List.copyOf(lost)) {
        if (!open.isEmpty()) {
          match(i, open.first());
        }
      }
      return;
    }
    int least = lost.size() > open.size() ? retyped.length : 0;
    record Pair(int one, int other, int equal) {}
    List<Pair> pairs = new ArrayList<>();
    for (int i : lost) {
      for (int j : open) {
        int equal = 0;
        for (int c = 0; c < retyped.length; c++) {
          equal += same(before.get(i).get(c), after.get(j).get(c), retyped[c]) ? 1 : 0;
        }
        if (2 * equal >= least) {
          pairs.add(new Pair(i, j, equal));
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt(Pair::equal)
            .reversed()
            .thenComparingInt(Pair::one)
            .thenComparingInt(Pair::other));
    for (Pair pair : pairs) {
      if (lost.contains(pair.one()) && open.contains(pair.other())) {
        match(pair.one(), pair.other());
      }
    }
  }
}
