package dev.autogen.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders renames of one kind so that no two names collide: a chain starts at its end, and a cycle
 * goes through an unused name.
 */
final class NameChanges {

  /** A change of one name. */
  record NameChange(String from, String to) {}

  private static final int NAME_LENGTH = 50;

  private final Map<String, String> open = new LinkedHashMap<>();
  private final Set<String> taken;
  private final List<NameChange> steps = new ArrayList<>();

  private NameChanges(Map<String, String> wanted, Set<String> existing) {
    this.taken = new LinkedHashSet<>(existing);
    open.putAll(wanted);
  }

  /**
   * The steps in order.
   *
   * @param wanted the new name by the old one; each name occurs once on either side
   * @param existing the names that exist
   * @param circles whether names may be swapped; they may not where one cannot tell whether the
   *     swap was already done
   */
  static List<NameChange> of(Map<String, String> wanted, Set<String> existing, boolean circles) {
    NameChanges changes = new NameChanges(wanted, existing);
    changes.open.keySet().retainAll(existing);
    changes.dropBlocked();
    changes.takeFree();
    while (circles && !changes.open.isEmpty()) {
      changes.openCircle();
      changes.takeFree();
    }
    return changes.steps;
  }

  /** Leaves out renames to a name whose owner keeps it. */
  private void dropBlocked() {
    while (open.values().removeIf(to -> taken.contains(to) && !open.containsKey(to))) {
      continue;
    }
  }

  private void takeFree() {
    boolean found = true;
    while (found) {
      found = false;
      for (Map.Entry<String, String> each : List.copyOf(open.entrySet())) {
        if (!taken.contains(each.getValue())) {
          step(each.getKey(), each.getValue());
          open.remove(each.getKey());
          found = true;
        }
      }
    }
  }

  private void openCircle() {
    String from = open.keySet().iterator().next();
    String to = open.remove(from);
    String between = unused(from);
    step(from, between);
    open.put(between, to);
  }

  private void step(String from, String to) {
    steps.add(new NameChange(from, to));
    taken.remove(from);
    taken.add(to);
  }

  private String unused(String name) {
    String base = name.length() > NAME_LENGTH ? name.substring(0, NAME_LENGTH) : name;
    String candidate = base + "_renamed";
    for (int i = 2; taken.contains(candidate); i++) {
      candidate = base + "_renamed" + i;
    }
    return candidate;
  }
}
