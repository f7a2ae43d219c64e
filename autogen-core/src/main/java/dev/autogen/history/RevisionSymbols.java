package dev.autogen.history;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the revisions that a symbol names: {@code head}, {@code heads}, {@code base}, {@code
 * current}, ids and their unique prefixes, branch labels, {@code +1}, {@code -2}, {@code ae10+2},
 * {@code label@head}, {@code label@+2}, {@code REV@head}.
 */
public final class RevisionSymbols {

  private final RevisionGraph graph;
  private final List<String> current;

  /**
   * The symbols of a history.
   *
   * @param current the revisions that the database is at; none if it is at the base, or if no
   *     database is asked
   */
  public RevisionSymbols(RevisionGraph graph, Collection<String> current) {
    this.graph = graph;
    this.current = List.copyOf(current);
  }

  /**
   * The one revision that a symbol names.
   *
   * @throws UnknownRevision if it names none, the base included
   * @throws MultipleHeads if it is {@code head} and there are several
   * @throws AmbiguousRevision if it names several otherwise
   */
  public RevisionScript one(String symbol) {
    List<String> ids = all(symbol);
    if (ids.isEmpty()) {
      throw UnknownRevision.typed(symbol);
    }
    if (ids.size() > 1) {
      throw ambiguous("'" + symbol + "' names several revisions", ids);
    }
    return graph.get(ids.get(0));
  }

  /**
   * The revisions that a symbol names, by their ids; none for the base.
   *
   * @throws UnknownRevision if there is none of that name
   * @throws MultipleHeads if it is {@code head} and there are several
   * @throws AmbiguousRevision if a prefix or a walk leads to several
   */
  public List<String> all(String text) {
    Symbol symbol = Symbol.parse(text);
    Set<String> branch = symbol.branch() == null ? null : branch(symbol.branch());
    if (symbol.steps() == null) {
      return named(symbol, branch);
    }
    return List.copyOf(walk(symbol, branch));
  }

  private List<String> named(Symbol symbol, @Nullable Set<String> branch) {
    String name = Objects.requireNonNull(symbol.name());
    switch (name) {
      case "base":
        return List.of();
      case "current":
        return onBranch(current, branch);
      case "heads":
        return onBranch(ids(graph.heads()), branch);
      case "head":
        List<String> heads = onBranch(ids(graph.heads()), branch);
        if (heads.size() > 1) {
          throw new MultipleHeads(symbol.text(), heads);
        }
        return heads;
      default:
        String id = id(name);
        if (branch != null && !branch.contains(id)) {
          throw new AmbiguousRevision(
              "Revision "
                  + id
                  + " is not a member of branch '"
                  + symbol.branch()
                  + "'; run 'autogen branches'",
              List.of(id));
        }
        return List.of(id);
    }
  }

  /** The id for a name, which is an id, a branch label, or the prefix of one id. */
  String id(String name) {
    if (graph.contains(name)) {
      return name;
    }
    List<String> found =
        graph.all().stream()
            .filter(script -> script.branchLabels().contains(name))
            .map(RevisionScript::id)
            .toList();
    if (found.isEmpty()) {
      found = ids(graph.all()).stream().filter(id -> id.startsWith(name)).toList();
    }
    if (found.isEmpty()) {
      throw UnknownRevision.typed(name);
    }
    if (found.size() > 1) {
      throw ambiguous("Multiple revisions start with '" + name + "'", found);
    }
    return found.get(0);
  }

  /** The revisions of a branch that a label or a revision names. */
  Set<String> branch(String labelOrRevision) {
    Set<String> labelled = new LinkedHashSet<>();
    for (RevisionScript script : graph.all()) {
      if (graph.labelsOf(script.id()).contains(labelOrRevision)) {
        labelled.add(script.id());
      }
    }
    return labelled.isEmpty() ? graph.lineage(id(labelOrRevision)) : labelled;
  }

  private static List<String> onBranch(Collection<String> ids, @Nullable Set<String> branch) {
    return ids.stream().filter(id -> branch == null || branch.contains(id)).toList();
  }

  private List<String> walk(Symbol symbol, @Nullable Set<String> branch) {
    List<String> from =
        symbol.name() == null
            ? onBranch(current, branch)
            : named(new Symbol(symbol.text(), symbol.branch(), symbol.name(), null), branch);
    if (from.size() > 1) {
      throw ambiguous("'" + symbol.text() + "' may start from several revisions", from);
    }
    int steps = Objects.requireNonNull(symbol.steps());
    @Nullable String at = from.isEmpty() ? null : from.get(0);
    for (int left = Math.abs(steps); left > 0; left--) {
      List<String> next = steps > 0 ? above(at, branch) : below(at, branch);
      if (at != null && steps < 0 && next.isEmpty()) {
        if (left > 1) {
          throw tooFar(symbol, steps);
        }
        return List.of();
      }
      if (next.isEmpty()) {
        throw tooFar(symbol, steps);
      }
      if (next.size() > 1) {
        throw ambiguous(
            "'" + symbol.text() + "' is ambiguous: from " + (at == null ? "base" : at), next);
      }
      at = next.get(0);
    }
    return at == null ? List.of() : List.of(at);
  }

  private List<String> above(@Nullable String at, @Nullable Set<String> branch) {
    if (at != null) {
      return onBranch(graph.childrenOf(at), branch);
    }
    return branch == null ? ids(graph.bases()) : beginnings(branch);
  }

  private List<String> below(@Nullable String at, @Nullable Set<String> branch) {
    List<String> parents = at == null ? List.of() : graph.get(at).revises();
    return parents.size() > 1 ? onBranch(parents, branch) : parents;
  }

  /** The revisions of a branch that follow no other revision of it. */
  List<String> beginnings(Set<String> branch) {
    return ids(graph.ordered(branch)).stream()
        .filter(id -> graph.get(id).revises().stream().noneMatch(branch::contains))
        .toList();
  }

  private static AmbiguousRevision tooFar(Symbol symbol, int steps) {
    int count = Math.abs(steps);
    return new AmbiguousRevision(
        "Relative revision "
            + symbol.text()
            + " didn't produce "
            + count
            + (count == 1 ? " migration" : " migrations")
            + "; run 'autogen history --indicate-current'",
        List.of());
  }

  private AmbiguousRevision ambiguous(String what, List<String> ids) {
    return new AmbiguousRevision(
        what + ": " + String.join(", ", ids) + "; be more specific, or put 'BRANCH@' before", ids);
  }

  static List<String> ids(List<RevisionScript> scripts) {
    return scripts.stream().map(RevisionScript::id).toList();
  }
}
