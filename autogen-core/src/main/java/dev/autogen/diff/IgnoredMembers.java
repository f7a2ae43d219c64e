package dev.autogen.diff;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The ignored constraints or indexes of a table that have no match, with their counterparts on the
 * other side. A counterpart has to be found because a changed constraint has a name in the database
 * and may have none in the model.
 */
final class IgnoredMembers<T> {

  private final Set<T> members = Collections.newSetFromMap(new IdentityHashMap<>());

  private IgnoredMembers() {}

  /**
   * Finds the ignored members among those without a match.
   *
   * @param compared whether a member is compared, by its name
   * @param subject what a member and its counterpart have in common
   */
  static <T> IgnoredMembers<T> of(
      MemberMatches<T> matches, Predicate<T> compared, Function<T, Object> subject) {
    IgnoredMembers<T> result = new IgnoredMembers<>();
    List<T> targets = matches.onlyTarget().stream().filter(compared.negate()).toList();
    List<T> actuals = matches.onlyActual().stream().filter(compared.negate()).toList();
    result.members.addAll(targets);
    result.members.addAll(actuals);
    result.addCounterparts(actuals, matches.onlyTarget(), subject);
    result.addCounterparts(targets, matches.onlyActual(), subject);
    return result;
  }

  private void addCounterparts(List<T> ignored, List<T> others, Function<T, Object> subject) {
    if (ignored.isEmpty()) {
      return;
    }
    Map<Object, Deque<T>> bySubject = new HashMap<>();
    others.stream()
        .filter(other -> !isLeftAlone(other))
        .forEach(
            other ->
                bySubject
                    .computeIfAbsent(subject.apply(other), key -> new ArrayDeque<>())
                    .add(other));
    for (T each : ignored) {
      Deque<T> counterparts = bySubject.getOrDefault(subject.apply(each), new ArrayDeque<>());
      if (!counterparts.isEmpty()) {
        members.add(counterparts.remove());
      }
    }
  }

  boolean isLeftAlone(T member) {
    return members.contains(member);
  }
}
