package dev.autogen.squash;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The revisions that a squash can replace. Each follows the one before it, and no other revision
 * follows that one.
 *
 * @param revisions the revisions, in order
 */
public record SquashRange(List<RevisionScript> revisions) {

  public SquashRange {
    revisions = List.copyOf(revisions);
  }

  /**
   * Checks that revisions form one line.
   *
   * @throws AutogenException if they are fewer than two, or branches begin or end among them
   */
  public static SquashRange of(RevisionGraph history, List<RevisionScript> revisions) {
    if (revisions.size() < 2) {
      throw AutogenException.usage(
          "There is nothing to squash: the range has "
              + (revisions.isEmpty() ? "no revision" : "revision " + revisions.get(0).id())
              + (revisions.isEmpty() ? "" : " alone")
              + "; name two revisions that 'autogen history' shows, as in 'autogen squash"
              + " ae10:head'");
    }
    for (RevisionScript revision : revisions) {
      history
          .replacementOf(revision.id())
          .ifPresent(
              squash -> {
                throw AutogenException.usage(
                    "Revision "
                        + revision.id()
                        + " is replaced by the squash "
                        + squash.id()
                        + " already; squash that one instead");
              });
    }
    for (int i = 1; i < revisions.size(); i++) {
      requireLine(history, revisions.get(i - 1), revisions.get(i));
      requireSameDialects(revisions.get(0), revisions.get(i));
    }
    return new SquashRange(revisions);
  }

  private static void requireSameDialects(RevisionScript first, RevisionScript other) {
    if (!Set.copyOf(first.dialects()).equals(Set.copyOf(other.dialects()))) {
      throw AutogenException.usage(
          "Revisions "
              + first.id()
              + " and "
              + other.id()
              + " are written for different databases ("
              + dialects(first)
              + " and "
              + dialects(other)
              + "); squash each part by itself.");
    }
  }

  private static String dialects(RevisionScript revision) {
    return revision.dialects().isEmpty() ? "one" : String.join(", ", revision.dialects());
  }

  private static void requireLine(
      RevisionGraph history, RevisionScript above, RevisionScript below) {
    if (!below.revises().equals(List.of(above.id()))) {
      throw branched(
          "revision "
              + below.id()
              + " follows "
              + (below.isBase() ? "nothing" : String.join(", ", below.revises()))
              + ", not "
              + above.id()
              + " alone");
    }
    for (RevisionScript other : history.all()) {
      if (!other.id().equals(below.id()) && history.parentsOf(other.id()).contains(above.id())) {
        throw branched("revision " + other.id() + " needs " + above.id() + " too");
      }
    }
  }

  private static AutogenException branched(String why) {
    return AutogenException.usage(
        "The range is not one line: "
            + why
            + "; squash the parts before and after it one by one, see 'autogen branches'");
  }

  /** The first revision. */
  public RevisionScript first() {
    return revisions.get(0);
  }

  /** The last revision. */
  public RevisionScript last() {
    return revisions.get(revisions.size() - 1);
  }

  /**
   * The ids that the squash replaces: those of these revisions, and those that squashes among them
   * replaced before.
   */
  public List<String> replaces() {
    List<String> ids = new ArrayList<>();
    for (RevisionScript revision : revisions) {
      ids.addAll(revision.replaces());
      ids.add(revision.id());
    }
    return ids;
  }

  /** The dependencies of the revisions on others outside the range. */
  public List<String> dependsOn() {
    Set<String> dependsOn = new LinkedHashSet<>();
    revisions.forEach(revision -> dependsOn.addAll(revision.dependsOn()));
    return List.copyOf(dependsOn);
  }

  /** The branch labels of the revisions. */
  public List<String> branchLabels() {
    return revisions.stream().flatMap(revision -> revision.branchLabels().stream()).toList();
  }
}
