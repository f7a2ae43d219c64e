package dev.autogen.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the revisions that a branch label covers: the one with the label, its descendants, and its
 * ancestors back to the point where its branch leaves another (as Alembic's {@code
 * RevisionMap._map_branch_labels}).
 */
final class BranchLabels {

  private BranchLabels() {}

  static Map<String, Set<String>> of(RevisionGraph graph) {
    Map<String, Set<String>> labels = new HashMap<>();
    for (RevisionScript script : graph.all()) {
      if (!script.branchLabels().isEmpty()) {
        for (String id : graph.closure(List.of(script.id()), graph::childrenOf)) {
          add(labels, id, script);
        }
        RevisionScript above = script;
        while (above.revises().size() == 1) {
          above = graph.get(above.revises().get(0));
          if (graph.childrenOf(above.id()).size() > 1 || above.isMerge()) {
            break;
          }
          add(labels, above.id(), script);
        }
      }
    }
    return labels;
  }

  private static void add(Map<String, Set<String>> labels, String id, RevisionScript script) {
    labels.computeIfAbsent(id, ignored -> new TreeSet<>()).addAll(script.branchLabels());
  }
}
