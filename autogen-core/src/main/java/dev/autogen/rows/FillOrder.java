package dev.autogen.rows;

import dev.autogen.dialect.RowRules.Reference;
import dev.autogen.dialect.RowRules.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * An order in which tables can be filled, parents before children. Foreign keys that form cycles
 * are set afterwards: first those that can be null, and the others only where that is not enough.
 */
record FillOrder(List<Table> tables, Set<Edge> postponed) {

  /** A foreign key of a table. */
  record Edge(Table table, Reference reference) {

    boolean isNullable() {
      return reference.columns().stream()
          .anyMatch(name -> table.column(name).filter(each -> each.nullable()).isPresent());
    }

    boolean isSelf() {
      return reference.table().equals(table.identity());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Edge edge
          && edge.table.identity().equals(table.identity())
          && edge.reference.name().equals(reference.name());
    }

    @Override
    public int hashCode() {
      return 31 * table.identity().hashCode() + reference.name().hashCode();
    }
  }

  static FillOrder of(List<Table> tables) {
    Map<String, Table> known = new LinkedHashMap<>();
    tables.forEach(table -> known.put(table.identity(), table));
    List<Edge> edges = new ArrayList<>();
    Set<Edge> postponed = new LinkedHashSet<>();
    for (Table table : tables) {
      for (Reference reference : table.references()) {
        Edge edge = new Edge(table, reference);
        if (edge.isSelf()) {
          postponed.add(edge);
        } else if (known.containsKey(reference.table())) {
          edges.add(edge);
        }
      }
    }
    inCircles(known, edges).stream().filter(Edge::isNullable).forEach(postponed::add);
    edges.removeAll(postponed);
    postponed.addAll(inCircles(known, edges));
    edges.removeAll(postponed);
    List<Table> order = new ArrayList<>();
    peel(known, edges, parent(), child()).forEach(identity -> order.add(known.get(identity)));
    return new FillOrder(List.copyOf(order), postponed);
  }

  private static Function<Edge, String> parent() {
    return edge -> edge.reference().table();
  }

  private static Function<Edge, String> child() {
    return edge -> edge.table().identity();
  }

  /** The foreign keys in cycles, and those between cycles. */
  private static List<Edge> inCircles(Map<String, Table> known, List<Edge> edges) {
    Set<String> outside = new LinkedHashSet<>(peel(known, edges, parent(), child()));
    outside.addAll(peel(known, edges, child(), parent()));
    return edges.stream()
        .filter(edge -> !outside.contains(parent().apply(edge)))
        .filter(edge -> !outside.contains(child().apply(edge)))
        .toList();
  }

  /** Removes tables to which no edge leads from a table that is left, until there is none. */
  private static List<String> peel(
      Map<String, Table> known,
      List<Edge> edges,
      Function<Edge, String> from,
      Function<Edge, String> to) {
    Map<String, Integer> waiting = new HashMap<>();
    Map<String, List<String>> next = new HashMap<>();
    for (Edge edge : edges) {
      waiting.merge(to.apply(edge), 1, Integer::sum);
      next.computeIfAbsent(from.apply(edge), any -> new ArrayList<>()).add(to.apply(edge));
    }
    Deque<String> free = new ArrayDeque<>();
    known.keySet().stream().filter(each -> !waiting.containsKey(each)).forEach(free::add);
    List<String> peeled = new ArrayList<>();
    while (!free.isEmpty()) {
      String table = free.remove();
      peeled.add(table);
      for (String other : next.getOrDefault(table, List.of())) {
        if (waiting.merge(other, -1, Integer::sum) == 0) {
          free.add(other);
        }
      }
    }
    return peeled;
  }
}
