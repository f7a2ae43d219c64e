package dev.autogen.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two lists matched member by member. A member is not renamed to a name that exists in the
 * database: two members may have swapped names.
 *
 * @param pairs members that are the same on both sides
 * @param onlyTarget members of the target without a counterpart
 * @param onlyActual members of the database without a counterpart
 * @param renamed pairs that are the same except for the name that the target gives
 */
record MemberMatches<T>(
    List<Pair<T>> pairs, List<T> onlyTarget, List<T> onlyActual, List<Renamed> renamed) {

  /** A member of the target and the one of the database that is the same. */
  record Pair<T>(T target, T actual) {}

  /** The name of a member in the database, and the one that the target gives. */
  record Renamed(String from, String to) {

    /** Both names. */
    Stream<String> names() {
      return Stream.of(from, to);
    }
  }

  /**
   * Matches members that are the same under the same name first, then those that are the same under
   * another name.
   */
  static <T> MemberMatches<T> of(
      List<T> targets,
      List<T> actuals,
      Function<T, @Nullable String> name,
      BiPredicate<T, T> same) {
    Map<@Nullable String, List<T>> named = new HashMap<>();
    actuals.forEach(
        actual -> named.computeIfAbsent(name.apply(actual), key -> new ArrayList<>()).add(actual));
    Set<@Nullable String> taken = named.keySet();
    Set<T> matched = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Pair<T>> pairs = new ArrayList<>();
    List<T> open = new ArrayList<>();
    for (T target : targets) {
      String targetName = name.apply(target);
      List<T> namesakes =
          targetName == null ? List.of() : named.getOrDefault(targetName, List.of());
      T match = first(namesakes, actual -> !matched.contains(actual) && same.test(target, actual));
      if (match == null) {
        open.add(target);
      } else {
        matched.add(match);
        pairs.add(new Pair<>(target, match));
      }
    }
    List<T> left = new ArrayList<>(actuals);
    left.removeIf(matched::contains);
    List<T> onlyTarget = new ArrayList<>();
    List<Renamed> renamed = new ArrayList<>();
    for (T target : open) {
      String targetName = name.apply(target);
      boolean isTaken = targetName != null && taken.contains(targetName);
      T match = isTaken ? null : first(left, actual -> same.test(target, actual));
      if (match == null) {
        onlyTarget.add(target);
        continue;
      }
      left.remove(match);
      pairs.add(new Pair<>(target, match));
      String actualName = name.apply(match);
      if (targetName != null && actualName != null) {
        renamed.add(new Renamed(actualName, targetName));
      }
    }
    return new MemberMatches<>(pairs, onlyTarget, left, renamed);
  }

  private static <T> @Nullable T first(List<T> members, Predicate<T> condition) {
    for (T member : members) {
      if (condition.test(member)) {
        return member;
      }
    }
    return null;
  }
}
