package dev.autogen.history;

import dev.autogen.schema.AutogenException;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when revisions are pending but the database must be at the head. */
public final class NotUpToDate extends AutogenException {

  private static final long serialVersionUID = 1L;

  private final List<RevisionScript> pending;

  /** Names the revisions that have not been applied. */
  public NotUpToDate(Planner planner) {
    this(planner.pending(), planner.history());
  }

  private NotUpToDate(List<RevisionScript> pending, RevisionGraph graph) {
    super(
        Exit.FAILED,
        "Target database is not up to date; pending: "
            + pending.stream()
                .limit(5)
                .map(script -> script.id() + " (" + script.message() + ")")
                .collect(Collectors.joining(", "))
            + (pending.size() > 5 ? " and " + (pending.size() - 5) + " more" : "")
            + ". Run 'autogen upgrade "
            + graph.end()
            + "' first");
    this.pending = List.copyOf(pending);
  }

  /** The revisions that have not been applied, in the order in which they would be. */
  public List<RevisionScript> pending() {
    return pending;
  }
}
