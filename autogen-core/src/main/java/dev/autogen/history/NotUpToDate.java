package dev.autogen.history;

import dev.autogen.schema.AutogenException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Thrown when revisions are pending but the database must be at the head. */
public final class NotUpToDate extends AutogenException {

  private static final long serialVersionUID = 1L;

  private final List<RevisionScript> pending;

  /** Names the revisions that have not been applied. */
  public NotUpToDate(Planner planner) {
    this(planner.pending(), planner.history());
  }

  /** Names the revisions of a history that have not been applied. */
  public NotUpToDate(List<RevisionScript> pending, RevisionGraph graph) {
    this(pending, "autogen upgrade " + graph.end(), replaceable(pending, graph));
  }

  /**
   * Names migrations of another runner that have not been applied.
   *
   * @param command the command that applies them
   */
  public NotUpToDate(List<RevisionScript> pending, String command) {
    this(pending, command, Optional.empty());
  }

  private NotUpToDate(List<RevisionScript> pending, String command, Optional<String> replacement) {
    super(
        Exit.FAILED,
        "Target database is not up to date; pending: "
            + pending.stream()
                .limit(5)
                .map(script -> script.id() + " (" + script.message() + ")")
                .collect(Collectors.joining(", "))
            + (pending.size() > 5 ? " and " + (pending.size() - 5) + " more" : "")
            + ". Run '"
            + command
            + "' first"
            + replacement
                .map(option -> ", or '" + option + "' if no database has it yet")
                .orElse(""));
    this.pending = List.copyOf(pending);
  }

  private static Optional<String> replaceable(List<RevisionScript> pending, RevisionGraph graph) {
    if (pending.size() != 1) {
      return Optional.empty();
    }
    RevisionScript last = pending.get(0);
    boolean isLast = graph.withDescendants(List.of(last.id())).size() == 1;
    return isLast && !last.isSquash() && last.revises().size() < 2
        ? Optional.of(
            "autogen revision --replace" + (graph.heads().size() > 1 ? " --head " + last.id() : ""))
        : Optional.empty();
  }

  /** The revisions that have not been applied, in the order in which they would be. */
  public List<RevisionScript> pending() {
    return pending;
  }
}
