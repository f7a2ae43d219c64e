package dev.autogen;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionSymbols;
import java.util.List;
import java.util.Set;

/** The revisions of a project that symbols and ranges name. */
final class RevisionNames {

  private final Workspace context;

  RevisionNames(Workspace context) {
    this.context = context;
  }

  /**
   * The revisions that a symbol names, parents before children; the database is asked where it is
   * for {@code current}, {@code +1} and {@code -1} alone.
   */
  List<RevisionScript> revisions(String symbol) {
    RevisionGraph history = context.history().naming(symbol);
    return history.ordered(Set.copyOf(symbols(history, symbol).all(symbol)));
  }

  /** The revisions of a range such as {@code ae10:head}, both ends included. */
  List<RevisionScript> range(String text) {
    RevisionRange range = RevisionRange.parse(text);
    RevisionGraph history = context.history().naming(range.start()).naming(range.end());
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
        history, context.runner().current().stream().map(history::standingFor).toList());
  }
}
