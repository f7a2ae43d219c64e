package dev.autogen.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which revisions a branch label covers: everything that revises the one that carries it, and what
 * leads up to that one, back to where its branch leaves another (as Alembic's {@code
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
