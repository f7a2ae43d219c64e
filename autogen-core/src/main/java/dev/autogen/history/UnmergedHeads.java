package dev.autogen.history;

import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Thrown when no merge joins several heads, so that {@code upgrade head} fails.
 *
 * <p>Branches may stay apart on purpose: then they have different labels, or one depends on the
 * other. Heads with the same labels, on which no other head depends, count as one branch that has
 * split.
 */
public final class UnmergedHeads extends AutogenException {

  private static final long serialVersionUID = 1L;

  private final List<String> heads;

  private UnmergedHeads(RevisionGraph graph, List<List<RevisionScript>> splits) {
    super(
        Exit.NO,
        splits.stream().map(split -> sentence(graph, split)).collect(Collectors.joining("\n")));
    this.heads = splits.stream().flatMap(split -> RevisionSymbols.ids(split).stream()).toList();
  }

  /**
   * Makes sure that every branch has one head.
   *
   * @throws UnmergedHeads if one has several
   */
  public static void refuse(RevisionGraph graph) {
    refuse(graph, graph.heads());
  }

  /**
   * Makes sure that some revisions do not lead to several heads of one branch.
   *
   * @throws UnmergedHeads if they do
   */
  public static void refuse(RevisionGraph graph, Collection<RevisionScript> revisions) {
    List<List<RevisionScript>> splits =
        splits(graph).stream()
            .filter(split -> split.stream().filter(revisions::contains).count() > 1)
            .toList();
    if (!splits.isEmpty()) {
      throw new UnmergedHeads(graph, splits);
    }
  }

  /** What to do about the heads that are not merged, in a sentence for each branch. */
  public static List<String> advice(RevisionGraph graph) {
    return splits(graph).stream().map(split -> sentence(graph, split)).toList();
  }

  /** The heads that are not merged. */
  public List<String> heads() {
    return heads;
  }

  private static List<List<RevisionScript>> splits(RevisionGraph graph) {
    Map<Set<String>, List<RevisionScript>> alike = new LinkedHashMap<>();
    for (RevisionScript head : graph.effectiveHeads()) {
      alike.computeIfAbsent(graph.labelsOf(head.id()), ignored -> new ArrayList<>()).add(head);
    }
    return alike.values().stream().filter(heads -> heads.size() > 1).toList();
  }

  private static String sentence(RevisionGraph graph, List<RevisionScript> split) {
    boolean all = split.size() == graph.heads().size();
    return "The heads "
        + split.stream()
            .map(head -> head.id() + " (" + head.message() + ")")
            .collect(Collectors.joining(", "))
        + " are not merged: 'autogen upgrade' and the start of the application fail. Run 'autogen"
        + " merge "
        + (all ? "heads" : String.join(" ", RevisionSymbols.ids(split)))
        + " -m \"merge\"'.";
  }
}
