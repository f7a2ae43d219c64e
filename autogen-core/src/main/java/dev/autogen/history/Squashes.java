package dev.autogen.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds all scripts of a history, and which of its squashes are opened. An opened squash is not
 * visible; the revisions that it replaces are visible in its place.
 */
final class Squashes {

  private final Map<String, RevisionScript> scripts;
  private final List<RevisionScript> squashes;
  private final Set<String> opened;

  /** Scripts by their ids, with no squash opened. */
  Squashes(Map<String, RevisionScript> scripts) {
    this(scripts, Set.of());
  }

  private Squashes(Map<String, RevisionScript> scripts, Set<String> opened) {
    this.scripts = scripts;
    this.squashes = scripts.values().stream().filter(RevisionScript::isSquash).toList();
    this.opened = opened;
  }

  /** The visible scripts, with visible scripts as their parents. */
  Map<String, RevisionScript> visible() {
    if (squashes.isEmpty()) {
      return scripts;
    }
    Map<String, RevisionScript> visible = new LinkedHashMap<>();
    for (RevisionScript script : scripts.values()) {
      if (isVisible(script.id())) {
        visible.put(
            script.id(),
            script.withParents(
                mapped(script.revises(), this::standingFor),
                mapped(script.dependsOn(), this::containing)));
      }
    }
    return visible;
  }

  private static List<String> mapped(List<String> ids, UnaryOperator<String> mapping) {
    return ids.stream().map(mapping).distinct().toList();
  }

  private boolean isVisible(String id) {
    return scripts.containsKey(id) && !opened.contains(id) && closed(id).isEmpty();
  }

  /** The squashes that hide a revision. */
  private List<RevisionScript> closed(String id) {
    return squashes.stream()
        .filter(squash -> squash.replaces().contains(id) && !opened.contains(squash.id()))
        .toList();
  }

  /**
   * What is visible for a revision: the revision itself, the squash that it is the last of, or the
   * last revision of an opened squash.
   */
  String standingFor(String id) {
    if (squashes.isEmpty() || isVisible(id)) {
      return id;
    }
    if (opened.contains(id)) {
      return standingFor(last(scripts.get(id)));
    }
    return replacementOf(id)
        .filter(squash -> isLast(squash, id))
        .map(RevisionScript::id)
        .orElse(id);
  }

  private String containing(String id) {
    String seen = standingFor(id);
    return replacementOf(seen).map(RevisionScript::id).orElse(seen);
  }

  /** The squash that is visible in place of a revision. */
  Optional<RevisionScript> replacementOf(String id) {
    return closed(id).stream().filter(squash -> isVisible(squash.id())).findFirst();
  }

  private static String last(RevisionScript squash) {
    return squash.replaces().get(squash.replaces().size() - 1);
  }

  /** Whether a database at a revision has all that a squash replaces. */
  private boolean isLast(RevisionScript squash, String id) {
    String last = last(squash);
    @Nullable RevisionScript inner = scripts.get(last);
    return last.equals(id) || inner != null && inner.isSquash() && isLast(inner, id);
  }

  /** The same scripts for a database with these rows and with revisions that are partly done. */
  Squashes at(Collection<String> rows, Collection<String> unfinished) {
    Set<String> wanted = new TreeSet<>(opened);
    for (RevisionScript squash : squashes) {
      for (String row : rows) {
        if (squash.replaces().contains(row) && !isLast(squash, row)) {
          open(wanted, squash, row, "the database is at revision " + row);
        }
      }
      for (String id : unfinished) {
        if (squash.replaces().contains(id)) {
          open(wanted, squash, id, "revision " + id + " was interrupted in the database");
        }
      }
    }
    return opening(wanted);
  }

  /** The same scripts, with the replaced revision visible that a symbol names. */
  Squashes naming(String symbol) {
    Set<String> wanted = new TreeSet<>(opened);
    if (!squashes.isEmpty()) {
      Symbol parsed = Symbol.parse(symbol);
      name(wanted, parsed.name());
      name(wanted, parsed.branch());
    }
    return opening(wanted);
  }

  private void name(Set<String> wanted, @Nullable String name) {
    if (name == null || isVisible(name)) {
      return;
    }
    Set<String> hidden = new LinkedHashSet<>();
    squashes.forEach(squash -> hidden.addAll(squash.replaces()));
    List<String> matching = hidden.stream().filter(name::equals).toList();
    if (matching.isEmpty() && scripts.keySet().stream().noneMatch(id -> shows(id, name))) {
      matching = hidden.stream().filter(id -> id.startsWith(name)).toList();
    }
    if (matching.size() == 1) {
      for (RevisionScript squash : closed(matching.get(0))) {
        open(wanted, squash, matching.get(0), "'" + name + "' is revision " + matching.get(0));
      }
    }
  }

  private boolean shows(String id, String name) {
    return isVisible(id) && (id.startsWith(name) || scripts.get(id).branchLabels().contains(name));
  }

  private void open(Set<String> wanted, RevisionScript squash, String id, String why) {
    List<String> gone = new ArrayList<>();
    for (String replaced : squash.replaces()) {
      boolean within =
          squashes.stream()
              .anyMatch(other -> other != squash && other.replaces().contains(replaced));
      if (!scripts.containsKey(replaced) && (!within || replaced.equals(id))) {
        gone.add(replaced);
      }
    }
    if (!gone.isEmpty()) {
      throw new SquashedRevision(why, squash, gone);
    }
    wanted.add(squash.id());
  }

  private Squashes opening(Set<String> wanted) {
    return wanted.equals(opened) ? this : new Squashes(scripts, wanted);
  }
}
