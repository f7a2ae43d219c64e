package dev.autogen.history;

import dev.autogen.history.Step.Direction;
import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plans which revisions run, and in which order, to bring a database from its revisions to a
 * target.
 *
 * <p>The version table holds the applied revisions that no other applied revision needs, as a
 * parent or as a dependency. Everything that they need has been applied too.
 */
public final class Planner {

  private final RevisionGraph graph;
  private final List<String> current;
  private final Map<String, String> rows = new HashMap<>();
  private final RevisionSymbols symbols;

  /**
   * Plans from the rows of the version table.
   *
   * @throws UnknownRevision if a row is no revision of the history
   * @throws SquashedRevision if the database needs a replaced revision whose file is gone
   */
  public Planner(RevisionGraph history, Collection<String> current) {
    this.graph = history.at(current);
    for (String row : current) {
      String id = graph.standingFor(row);
      if (!graph.contains(id)) {
        throw UnknownRevision.inDatabase(row);
      }
      rows.put(id, row);
    }
    this.current = current.stream().map(graph::standingFor).toList();
    this.symbols = new RevisionSymbols(graph, this.current);
  }

  /** The history as it is for this database. */
  public RevisionGraph history() {
    return graph;
  }

  /** The same plans in a history in which the symbol can also name a replaced revision. */
  public Planner naming(String symbol) {
    RevisionGraph named = graph.naming(symbol);
    return named == graph ? this : new Planner(named, rows(current));
  }

  /** The rows of the version table for revisions. */
  private List<String> rows(Collection<String> ids) {
    return ids.stream().map(id -> rows.getOrDefault(id, id)).toList();
  }

  /** The symbols, relative to the revisions of the database. */
  public RevisionSymbols symbols() {
    return symbols;
  }

  /** The revisions that have been applied, parents before children. */
  public List<RevisionScript> applied() {
    return graph.ordered(graph.withAncestors(current));
  }

  /** The revisions that have not been applied, parents before children. */
  public List<RevisionScript> pending() {
    Set<String> applied = graph.withAncestors(current);
    return graph.all().stream().filter(script -> !applied.contains(script.id())).toList();
  }

  /**
   * The steps up to a target; none if it has been applied.
   *
   * @throws AutogenException if the target names no revision, or several where one is meant
   */
  public List<Step> upgrade(String target) {
    Planner named = naming(target);
    return named == this ? upgradeTo(target) : named.upgradeTo(target);
  }

  private List<Step> upgradeTo(String target) {
    Set<String> applied = graph.withAncestors(current);
    Set<String> wanted = graph.withAncestors(symbols.all(target));
    wanted.removeAll(applied);
    List<Step> steps = new ArrayList<>();
    Set<String> rows = new LinkedHashSet<>(current);
    for (RevisionScript script : graph.ordered(wanted)) {
      List<String> deleted = graph.parentsOf(script.id()).stream().filter(rows::contains).toList();
      steps.add(new Step(Direction.UPGRADE, script, rows(deleted), List.of(script.id())));
      deleted.forEach(rows::remove);
      rows.add(script.id());
    }
    return List.copyOf(steps);
  }

  /**
   * The steps down to a target, which stays applied; branches that do not lead to it are left
   * unchanged.
   *
   * @throws AutogenException if the target names no applied revision, or several
   */
  public List<Step> downgrade(String target) {
    Planner named = naming(target);
    return named == this ? downgradeTo(target) : named.downgradeTo(target);
  }

  private List<Step> downgradeTo(String target) {
    Set<String> applied = graph.withAncestors(current);
    Set<String> dropped = graph.withDescendants(roots(target));
    dropped.retainAll(applied);
    return steps(dropped, applied);
  }

  /** The revisions directly above the target, with which the part to undo begins. */
  private List<String> roots(String target) {
    List<String> ids = symbols.all(target);
    String label = Symbol.parse(target).branch();
    Set<String> branch = label == null ? graph.withDescendants(baseIds()) : symbols.branch(label);
    List<String> roots =
        ids.isEmpty()
            ? symbols.beginnings(branch)
            : ids.stream()
                .flatMap(id -> graph.childrenOf(id).stream())
                .filter(branch::contains)
                .toList();
    Set<String> applied = graph.withAncestors(current);
    for (String id : ids) {
      if (!applied.contains(id)) {
        throw AutogenException.usage(
            "Revision "
                + id
                + " is not applied, so there is no way down to it; run 'autogen current', or"
                + " 'autogen upgrade "
                + id
                + "'");
      }
    }
    return roots;
  }

  private List<String> baseIds() {
    return RevisionSymbols.ids(graph.bases());
  }

  private List<Step> steps(Set<String> dropped, Set<String> applied) {
    Map<String, Integer> users = new HashMap<>();
    applied.forEach(id -> graph.parentsOf(id).forEach(p -> users.merge(p, 1, Integer::sum)));
    List<RevisionScript> order = new ArrayList<>(graph.ordered(dropped));
    Collections.reverse(order);
    List<Step> steps = new ArrayList<>();
    for (RevisionScript script : order) {
      List<String> inserted = new ArrayList<>();
      for (String parent : graph.parentsOf(script.id())) {
        if (users.merge(parent, -1, Integer::sum) == 0) {
          inserted.add(parent);
        }
      }
      steps.add(new Step(Direction.DOWNGRADE, script, rows(List.of(script.id())), inserted));
    }
    return List.copyOf(steps);
  }

  /**
   * The rows of the version table after a stamp with these targets: unrelated branches keep their
   * rows.
   *
   * @throws AutogenException if a target names no revision
   */
  public List<String> stamp(List<String> targets) {
    Planner planner = this;
    for (String target : targets) {
      planner = planner.naming(target);
    }
    return planner.stampAt(targets);
  }

  private List<String> stampAt(List<String> targets) {
    Set<String> rows = new LinkedHashSet<>(current);
    Set<String> stamped = new LinkedHashSet<>();
    for (String target : targets) {
      List<String> ids = symbols.all(target);
      Symbol symbol = Symbol.parse(target);
      if (ids.isEmpty()) {
        rows.removeAll(
            symbol.branch() == null ? Set.copyOf(rows) : symbols.branch(symbol.branch()));
      }
      for (String id : ids) {
        rows.removeAll(graph.withAncestors(List.of(id)));
        rows.removeAll(graph.withDescendants(List.of(id)));
      }
      stamped.addAll(ids);
    }
    rows.addAll(stamped);
    return graph.maximal(rows);
  }
}
