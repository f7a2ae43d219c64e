package dev.autogen.diff;

import dev.autogen.diff.OrderedOperations.Phase;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.Operation;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Orders tables so that each comes after the tables that its foreign keys point to. A foreign key
 * that closes a cycle is added after all tables were created, and dropped before any is dropped.
 * The same holds for a foreign key to a key that changes.
 */
final class TableOrder {

  private final Map<QualifiedName, Table> existing;
  private final KeyChanges keyChanges;

  TableOrder(Map<QualifiedName, Table> existing, KeyChanges keyChanges) {
    this.existing = existing;
    this.keyChanges = keyChanges;
  }

  void create(List<Table> tables, OrderedOperations changes) {
    Set<QualifiedName> created = new LinkedHashSet<>();
    ReferencedKeys keys = new ReferencedKeys(tables);
    for (Table whole : sorted(tables)) {
      Table table = keys.withoutOtherKeys(whole);
      created.add(table.name());
      List<ForeignKey> later =
          table.foreignKeys().stream()
              .filter(key -> !created.contains(key.referencedTable()) && !isReady(key))
              .toList();
      changes.add(
          Phase.CREATE_TABLE,
          new CreateTable(filled(keyFirst(RedundantUniques.without(without(table, later))))));
      later.forEach(
          key -> changes.add(Phase.ADD_FOREIGN_KEY, new AddConstraint(table.name(), key)));
      changes.add(Phase.ADD_OTHER_KEY, keys.otherKeys(whole));
    }
  }

  /** The new table with first rows that go on behind the numbers of the tables that exist. */
  private Table filled(Table table) {
    return table.form().rows().isEmpty()
        ? table
        : table.withForm(
            table
                .form()
                .withRows(
                    table.form().rows().stream()
                        .map(row -> row.continuing(existing.keySet()))
                        .toList()));
  }

  /**
   * A new table with its primary key columns first, as people write them; a model may sort columns
   * by size.
   */
  private static Table keyFirst(Table table) {
    List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    return table.withColumns(
        table.columns().stream()
            .sorted(Comparator.comparing(column -> !key.contains(column.name())))
            .toList());
  }

  private boolean isReady(ForeignKey key) {
    return existing.containsKey(key.referencedTable())
        && keyChanges.isStable(key.withRestsOn(null));
  }

  void drop(List<Table> tables, OrderedOperations changes) {
    List<Table> order = new ArrayList<>(sorted(tables));
    Set<QualifiedName> present = new LinkedHashSet<>();
    List<Operation> drops = new ArrayList<>();
    Set<QualifiedName> dropped = new LinkedHashSet<>();
    tables.forEach(table -> dropped.add(table.name()));
    for (Table table : order) {
      present.add(table.name());
      List<ForeignKey> first =
          table.foreignKeys().stream()
              .filter(
                  key ->
                      dropped.contains(key.referencedTable())
                          ? !present.contains(key.referencedTable())
                          : !keyChanges.isStable(key))
              .toList();
      first.forEach(
          key -> changes.add(Phase.DROP_FOREIGN_KEY, new DropConstraint(table.name(), key)));
      drops.add(0, new DropTable(without(table, first)));
    }
    changes.add(Phase.DROP_TABLE, drops);
  }

  private static Table without(Table table, List<ForeignKey> keys) {
    return table.withConstraints(
        table.constraints().stream()
            .filter(constraint -> keys.stream().noneMatch(key -> key == constraint))
            .toList());
  }

  /**
   * The tables, sorted depth first. The start is by name, so that the order depends on nothing
   * else.
   */
  private static List<Table> sorted(List<Table> tables) {
    Map<QualifiedName, Table> open = new LinkedHashMap<>();
    tables.stream()
        .sorted(Comparator.comparing(Table::name))
        .forEach(table -> open.put(table.name(), table));
    List<Table> result = new ArrayList<>();
    Set<QualifiedName> seen = new LinkedHashSet<>();
    for (Table table : List.copyOf(open.values())) {
      visit(table, open, seen, result);
    }
    return result;
  }

  private static void visit(
      Table first, Map<QualifiedName, Table> open, Set<QualifiedName> seen, List<Table> result) {
    // An explicit stack: a chain of references may be longer than a thread's stack allows.
    List<Table> path = new ArrayList<>(List.of(first));
    while (!path.isEmpty()) {
      Table table = path.get(path.size() - 1);
      boolean entered = !seen.add(table.name());
      Table next =
          Stream.concat(
                  table.form().inherits().stream(),
                  table.foreignKeys().stream().map(ForeignKey::referencedTable))
              .map(open::get)
              .filter(referenced -> referenced != null && !seen.contains(referenced.name()))
              .findFirst()
              .orElse(null);
      if (next != null) {
        path.add(next);
      } else {
        path.remove(path.size() - 1);
        if (!entered || !result.contains(table)) {
          result.add(table);
        }
      }
    }
  }
}
