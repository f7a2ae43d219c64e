package dev.autogen.authoring;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionSymbols;
import dev.autogen.schema.AutogenException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parents of a new revision, found in the history.
 *
 * @param revises the revisions that it follows
 * @param branchLabels names for the branch that begins with it
 * @param dependsOn the revisions that it depends on, by identifiers and branch labels
 */
record RevisionParents(List<String> revises, List<String> branchLabels, List<String> dependsOn) {

  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}_./]+");
  private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

  /**
   * Finds the parents that a place describes.
   *
   * @throws AutogenException if a symbol names no revision, one of them is no head, or a label is
   *     taken
   */
  static RevisionParents of(RevisionGraph history, RevisionPlace place) {
    RevisionSymbols symbols = new RevisionSymbols(history, List.of());
    Set<String> revises = new LinkedHashSet<>();
    if (!history.all().isEmpty()) {
      place.follows().forEach(symbol -> revises.addAll(symbols.all(symbol)));
    } else {
      place.follows().stream().filter(symbol -> !RESERVED.contains(symbol)).forEach(symbols::all);
    }
    if (!place.splice()) {
      revises.forEach(id -> requireHead(history, id));
    }
    refuseRelated(history, revises);
    place.branchLabels().forEach(label -> requireFree(history, label));
    List<String> dependsOn =
        place.dependsOn().stream().map(symbol -> dependency(history, symbols, symbol)).toList();
    return new RevisionParents(List.copyOf(revises), place.branchLabels(), dependsOn);
  }

  private static void requireHead(RevisionGraph history, String id) {
    if (!history.childrenOf(id).isEmpty()) {
      throw AutogenException.usage(
          "Revision "
              + id
              + " is not a head revision; please specify --splice to create a new branch from this"
              + " revision, or name one that 'autogen heads' shows");
    }
  }

  private static void refuseRelated(RevisionGraph history, Set<String> revises) {
    for (String id : revises) {
      Set<String> lineage = history.lineage(id);
      for (String other : revises) {
        if (!other.equals(id) && lineage.contains(other)) {
          throw AutogenException.usage(
              "Revisions "
                  + id
                  + " and "
                  + other
                  + " are on one branch, so there is nothing to merge; 'autogen heads' shows the ends"
                  + " of branches");
        }
      }
    }
  }

  private static void requireFree(RevisionGraph history, String label) {
    if (!LABEL.matcher(label).matches() || RESERVED.contains(label)) {
      throw AutogenException.usage(
          "'"
              + label
              + "' is no name for a branch: it is a revision symbol, or contains other characters"
              + " than letters, digits and _ . /; choose another for --branch-label");
    }
    for (RevisionScript script : history.all()) {
      if (script.branchLabels().contains(label) || script.id().equals(label)) {
        throw AutogenException.usage(
            "Branch name '"
                + label
                + "' is already used by revision "
                + script.id()
                + "; choose another for --branch-label");
      }
    }
  }

  /**
   * The form in which a dependency is written. A branch label stays a label: it means the revision
   * that carries it.
   */
  private static String dependency(RevisionGraph history, RevisionSymbols symbols, String symbol) {
    boolean label =
        history.all().stream().anyMatch(script -> script.branchLabels().contains(symbol));
    return label ? symbol : symbols.one(symbol).id();
  }
}
