package dev.autogen.workspace;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionSymbols;
import java.util.List;
import java.util.Set;

/** Finds the revisions of a project that symbols and ranges name. */
public final class RevisionNames {

  private final Workspace workspace;

  public RevisionNames(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The revisions that a symbol names, parents before children. Only for {@code current}, {@code
   * +1} and {@code -1} the database is asked where it is.
   */
  public List<RevisionScript> revisions(String symbol) {
    RevisionGraph history = workspace.history().naming(symbol);
    return history.ordered(Set.copyOf(symbols(history, symbol).all(symbol)));
  }

  /** The revisions of a range such as {@code ae10:head}, both ends included. */
  public List<RevisionScript> range(String text) {
    RevisionRange range = RevisionRange.parse(text);
    RevisionGraph history = workspace.history().naming(range.start()).naming(range.end());
    RevisionSymbols symbols = symbols(history, text);
    Set<String> reached = history.withAncestors(symbols.all(range.end()));
    List<String> start = symbols.all(range.start());
    if (!start.isEmpty()) {
      reached.retainAll(history.withDescendants(start));
    }
    return history.ordered(reached);
  }

  private RevisionSymbols symbols(RevisionGraph history, String text) {
    boolean relative = text.contains("current") || text.matches("(.*:)?[+-].*|.*@[+-].*");
    if (!relative) {
      return new RevisionSymbols(history, List.of());
    }
    return new RevisionSymbols(
        history, workspace.current().stream().map(history::standingFor).toList());
  }
}
