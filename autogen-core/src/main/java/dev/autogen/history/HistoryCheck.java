package dev.autogen.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that scripts form a history, and words the errors if they do not. */
final class HistoryCheck {

  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}\\p{M}_./=,%]++");

  private HistoryCheck() {}

  static Map<String, RevisionScript> byId(Collection<RevisionScript> scripts) {
    Map<String, RevisionScript> byId = new LinkedHashMap<>();
    for (RevisionScript script : scripts) {
      if (!ID.matcher(script.id()).matches()) {
        throw new BrokenHistory(
            script.location()
                + ": the revision id '"
                + script.id()
                + "' contains something else than letters, digits and _ . / = , %, such as a blank,"
                + " or one of @ : + -, which revision symbols are made of; choose another");
      }
      RevisionScript other = byId.put(script.id(), script);
      if (other != null) {
        throw new BrokenHistory(
            "Revision "
                + script.id()
                + " is present more than once: in "
                + other.location()
                + " and in "
                + script.location()
                + "; give one of them another id, and change what revises it");
      }
    }
    return byId;
  }

  /** The ids of each revision's parents, with references resolved. */
  static Map<String, List<String>> parents(Map<String, RevisionScript> byId, Squashes squashes) {
    Map<String, String> byLabel = new LinkedHashMap<>();
    for (RevisionScript script : byId.values()) {
      for (String label : script.branchLabels()) {
        String other = byLabel.put(label, script.id());
        if (other != null) {
          throw new BrokenHistory(
              "Branch name '"
                  + label
                  + "' is used by both "
                  + byId.get(other).location()
                  + " and "
                  + script.location()
                  + "; rename one of them");
        }
      }
    }
    Map<String, List<String>> dependsOn = new LinkedHashMap<>();
    for (RevisionScript script : byId.values()) {
      for (String parent : script.revises()) {
        require(byId, squashes, script, parent, "revises");
      }
      List<String> resolved = new ArrayList<>();
      for (String dependency : script.dependsOn()) {
        String id = byLabel.getOrDefault(dependency, dependency);
        require(byId, squashes, script, id, "depends on");
        resolved.add(id);
      }
      dependsOn.put(script.id(), resolved);
    }
    return dependsOn;
  }

  private static void require(
      Map<String, RevisionScript> byId,
      Squashes squashes,
      RevisionScript script,
      String id,
      String how) {
    if (!byId.containsKey(id)) {
      squashes
          .replacementOf(id)
          .ifPresent(
              squash -> {
                throw new BrokenHistory(
                    script.location()
                        + " "
                        + how
                        + " revision "
                        + id
                        + ", which is amidst those that the squash "
                        + squash.id()
                        + " replaces; let it follow "
                        + squash.id()
                        + ", or delete "
                        + squash.location());
              });
      throw new BrokenHistory(
          script.location()
              + " "
              + how
              + " revision "
              + id
              + ", which is not present; restore its file, or correct @Revision("
              + (how.equals("revises") ? "revises" : "dependsOn")
              + ")");
    }
  }

  static void complete(Map<String, RevisionScript> byId, List<RevisionScript> ordered) {
    if (ordered.size() == byId.size()) {
      return;
    }
    TreeSet<String> left = new TreeSet<>(byId.keySet());
    ordered.forEach(script -> left.remove(script.id()));
    throw new BrokenHistory(
        "Cycle is detected in revisions: "
            + left.stream()
                .map(id -> id + " (" + byId.get(id).location() + ")")
                .collect(Collectors.joining(", "))
            + " follow each other in a circle or come after one that does; correct their"
            + " @Revision(revises)");
  }
}
