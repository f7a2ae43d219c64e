package dev.autogen.authoring;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.operation.ChangedObject;
import dev.autogen.operation.Operation;
import dev.autogen.run.MigrationSource;
import dev.autogen.squash.Recording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The objects that several branches change, as far as their operations show.
 *
 * @param shared the objects that more than one branch changes, each with the revisions and
 *     operations that change it
 * @param unknown revisions that do more than their operations show, each with words that follow its
 *     name
 */
public record BranchOverlap(
    Map<ChangedObject, List<BranchChange>> shared, Map<String, String> unknown) {

  /** A change of an object by a revision of a branch. */
  public record BranchChange(String head, String revision, Operation operation) {}

  private static final Comparator<ChangedObject> ORDER =
      Comparator.comparing(ChangedObject::kind).thenComparing(ChangedObject::name);

  /** Examines, for each head, the revisions that belong only to it. */
  static BranchOverlap of(MigrationSource migrations, List<String> heads) {
    RevisionGraph history = migrations.history();
    Map<ChangedObject, List<BranchChange>> changes = new TreeMap<>(ORDER);
    Map<String, String> unknown = new LinkedHashMap<>();
    for (String head : heads) {
      List<RevisionScript> branch = branch(history, heads, head);
      migrations.prepare(branch);
      for (RevisionScript revision : branch) {
        Recording recording = Recording.of(migrations.migration(revision));
        recording.unrecorded().ifPresent(what -> unknown.put(revision.id(), what));
        for (Operation operation : recording.operations()) {
          for (ChangedObject object : operation.changes()) {
            changes
                .computeIfAbsent(object, ignored -> new ArrayList<>())
                .add(new BranchChange(head, revision.id(), operation));
          }
        }
      }
    }
    changes.values().removeIf(each -> each.stream().map(BranchChange::head).distinct().count() < 2);
    return new BranchOverlap(
        Collections.unmodifiableMap(changes), Collections.unmodifiableMap(unknown));
  }

  /** The revisions that are ancestors of a head and of no other, with the head itself. */
  private static List<RevisionScript> branch(
      RevisionGraph history, List<String> heads, String head) {
    Set<String> branch = history.withAncestors(List.of(head));
    branch.removeAll(history.withAncestors(others(heads, head)));
    return history.ordered(branch);
  }

  private static List<String> others(List<String> heads, String head) {
    return heads.stream().filter(other -> !other.equals(head)).toList();
  }

  /** The last revisions that all heads have in common. */
  static Set<String> fork(RevisionGraph history, List<String> heads) {
    Set<String> common = history.withAncestors(heads);
    heads.forEach(head -> common.retainAll(history.withAncestors(List.of(head))));
    return Set.copyOf(history.maximal(common));
  }

  /** The heads in their order and in reverse order. */
  static List<List<String>> orders(List<String> heads) {
    List<String> backwards = new ArrayList<>(heads);
    Collections.reverse(backwards);
    return List.of(heads, backwards);
  }
}
