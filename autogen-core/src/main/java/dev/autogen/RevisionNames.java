package dev.autogen;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionSymbols;
import java.util.List;
import java.util.Set;

/** The revisions of a project that symbols and ranges name. */
final class RevisionNames {

  private final ProjectContext context;

  RevisionNames(ProjectContext context) {
    this.context = context;
  }

  /**
   * The revisions that a symbol names, parents before children; the database is asked where it is
   * for {@code current}, {@code +1} and {@code -1} alone.
   */
  List<RevisionScript> revisions(String symbol) {
    return context.history().ordered(Set.copyOf(symbols(symbol).all(symbol)));
  }

  /** The revisions of a range such as {@code ae10:head}, both ends included. */
  List<RevisionScript> range(String text) {
    RevisionRange range = RevisionRange.parse(text);
    RevisionSymbols symbols = symbols(text);
    RevisionGraph history = context.history();
    Set<String> reached = history.withAncestors(symbols.all(range.end()));
    List<String> start = symbols.all(range.start());
    if (!start.isEmpty()) {
      reached.retainAll(history.withDescendants(start));
    }
    return history.ordered(reached);
  }

  private RevisionSymbols symbols(String text) {
    boolean relative = text.contains("current") || text.matches("(.*:)?[+-].*|.*@[+-].*");
    return new RevisionSymbols(
        context.history(), relative ? context.runner().current() : List.of());
  }
}
