package dev.autogen.authoring;

import dev.autogen.liquibase.Changeset;
import dev.autogen.liquibase.NextName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a project names its changesets and their authors. */
final class ChangelogHabits {

  private final List<Changeset> all;
  private final NextName names;

  ChangelogHabits(List<Changeset> all, NextName names) {
    this.all = all;
    this.names = names;
  }

  /** The author of all changesets if it is one, else the user of this machine. */
  String author() {
    Set<String> authors = new HashSet<>();
    all.forEach(each -> authors.add(each.author()));
    return authors.size() == 1
        ? authors.iterator().next()
        : System.getProperty("user.name", "autogen").replaceAll("[\\s:\"]", "");
  }

  /**
   * The id of the next changeset. Where each file counts for itself, its first id is used again.
   */
  String id() {
    if (all.isEmpty()) {
      return names.first();
    }
    Set<String> used = new HashSet<>();
    all.forEach(each -> used.add(each.id()));
    Changeset last = all.get(all.size() - 1);
    if (idsRepeat()) {
      return all.stream()
          .filter(each -> each.file().equals(last.file()))
          .findFirst()
          .orElse(last)
          .id();
    }
    return names.after(last.id(), used);
  }

  /** Whether files begin with the same id. */
  private boolean idsRepeat() {
    Map<String, String> firstByFile = new HashMap<>();
    all.forEach(each -> firstByFile.putIfAbsent(each.file(), each.id()));
    return firstByFile.size() > 1 && new HashSet<>(firstByFile.values()).size() == 1;
  }
}
