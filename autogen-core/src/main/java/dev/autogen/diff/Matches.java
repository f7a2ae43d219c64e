package dev.autogen.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two lists matched member by member. A name that is taken in the database is not renamed to: two
 * members may have swapped theirs.
 *
 * @param onlyTarget members of the target without a counterpart
 * @param onlyActual members of the database without a counterpart
 * @param renamed pairs that are the same but for the name that the target gives: from and to
 */
record Matches<T>(List<T> onlyTarget, List<T> onlyActual, List<List<String>> renamed) {

  /** Matches first what is the same under one name, then what is the same. */
  static <T> Matches<T> of(
      List<T> targets,
      List<T> actuals,
      Function<T, @Nullable String> name,
      BiPredicate<T, T> same) {
    List<T> left = new ArrayList<>(actuals);
    List<T> open = new ArrayList<>();
    for (T target : targets) {
      String targetName = name.apply(target);
      T match = null;
      for (T actual : left) {
        if (targetName != null
            && targetName.equals(name.apply(actual))
            && same.test(target, actual)) {
          match = actual;
          break;
        }
      }
      if (match == null) {
        open.add(target);
      } else {
        left.remove(match);
      }
    }
    Set<@Nullable String> taken = new HashSet<>();
    actuals.forEach(actual -> taken.add(name.apply(actual)));
    List<T> onlyTarget = new ArrayList<>();
    List<List<String>> renamed = new ArrayList<>();
    for (T target : open) {
      String targetName = name.apply(target);
      boolean isTaken = targetName != null && taken.contains(targetName);
      T match =
          left.stream()
              .filter(actual -> !isTaken && same.test(target, actual))
              .findFirst()
              .orElse(null);
      if (match == null) {
        onlyTarget.add(target);
        continue;
      }
      left.remove(match);
      String actualName = name.apply(match);
      if (targetName != null && actualName != null) {
        renamed.add(List.of(actualName, targetName));
      }
    }
    return new Matches<>(onlyTarget, left, renamed);
  }
}
