package dev.autogen.history;

import dev.autogen.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Revisions in words, as a console or a build log shows them. */
public final class RevisionText {

  private final RevisionGraph history;
  private final Set<String> heads;
  private final Set<String> current;

  /**
   * The text of revisions of a history.
   *
   * @param current the revisions to mark as those of the database
   */
  public RevisionText(RevisionGraph history, List<String> current) {
    this.history = history;
    this.heads = history.heads().stream().map(RevisionScript::id).collect(Collectors.toSet());
    this.current = Set.copyOf(current);
  }

  /** {@code 3f2a9c1b7d4e (head)}. */
  public String named(RevisionScript script) {
    List<String> marks = new ArrayList<>(new TreeSet<>(script.branchLabels()));
    if (heads.contains(script.id())) {
      marks.add("head");
    }
    if (history.childrenOf(script.id()).size() > 1) {
      marks.add("branchpoint");
    }
    if (script.isMerge()) {
      marks.add("mergepoint");
    }
    if (script.isSquash()) {
      marks.add("squash of " + script.replaces().size());
    }
    if (current.contains(script.id())) {
      marks.add("current");
    }
    return Visible.line(
        script.id() + (marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")"));
  }

  /** {@code ae1027a6acf0 -> 3f2a9c1b7d4e (head), add email_verified}. */
  public String line(RevisionScript script) {
    return Visible.line(parents(script) + " -> " + named(script) + ", " + script.message());
  }

  /** Everything that is known, a line each. */
  public String details(RevisionScript script) {
    List<String> lines = new ArrayList<>();
    lines.add("Revision: " + named(script));
    lines.add((script.isMerge() ? "Merges:   " : "Revises:  ") + parents(script));
    if (!script.dependsOn().isEmpty()) {
      lines.add("Needs:    " + String.join(", ", script.dependsOn()));
    }
    if (script.isSquash()) {
      lines.add("Replaces: " + String.join(", ", script.replaces()));
    }
    if (script.baseline()) {
      lines.add("Baseline: makes what was in the database before autogen");
    }
    lines.add("Created:  " + (script.created().isEmpty() ? "unknown" : script.created()));
    lines.add("Path:     " + script.location());
    lines.add("");
    lines.add("    " + script.message());
    return lines.stream().map(Visible::line).collect(Collectors.joining("\n"));
  }

  private static String parents(RevisionScript script) {
    return script.isBase() ? "<base>" : String.join(", ", script.revises());
  }
}
