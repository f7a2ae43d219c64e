package dev.autogen.diff;

import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the foreign keys of new tables must rest on. If several keys have the same columns,
 * PostgreSQL takes the oldest one (its source, {@code transformFkeyCheckAttrs}), so the other keys
 * must be created after the foreign key.
 */
final class ReferencedKeys {

  private record Key(QualifiedName table, String name) {}

  private final Set<Key> chosen = new HashSet<>();

  ReferencedKeys(List<Table> tables) {
    for (Table table : tables) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.restsOn() != null) {
          chosen.add(new Key(key.referencedTable(), key.restsOn()));
        }
      }
    }
  }

  /** The table without the keys that must be created after the foreign keys. */
  Table withoutOtherKeys(Table table) {
    if (chosen.isEmpty()) {
      return table;
    }
    return table
        .withConstraints(
            table.constraints().stream().filter(each -> !isOtherKey(table, each)).toList())
        .withIndexes(table.indexes().stream().filter(each -> !isOtherKey(table, each)).toList());
  }

  /** The operations that add the keys left out by {@link #withoutOtherKeys}. */
  List<Operation> otherKeys(Table table) {
    if (chosen.isEmpty()) {
      return List.of();
    }
    List<Operation> operations = new ArrayList<>();
    table.constraints().stream()
        .filter(each -> isOtherKey(table, each))
        .forEach(each -> operations.add(new AddConstraint(table.name(), each)));
    table.indexes().stream()
        .filter(each -> isOtherKey(table, each))
        .forEach(each -> operations.add(new CreateIndex(table.name(), each, false)));
    return operations;
  }

  private boolean isOtherKey(Table table, Constraint constraint) {
    return isOtherKey(table, constraint.name(), columns(constraint));
  }

  private boolean isOtherKey(Table table, Index index) {
    return isOtherKey(table, index.name(), columns(index));
  }

  private boolean isOtherKey(Table table, @Nullable String name, Set<String> columns) {
    return !columns.isEmpty()
        && !chosen.contains(new Key(table.name(), String.valueOf(name)))
        && chosen.stream()
            .filter(key -> key.table().equals(table.name()))
            .anyMatch(key -> columns(table, key.name()).equals(columns));
  }

  private static Set<String> columns(Table table, String name) {
    return Stream.concat(
            table.constraints().stream()
                .filter(each -> name.equals(each.name()))
                .map(ReferencedKeys::columns),
            table.indexes().stream()
                .filter(each -> name.equals(each.name()))
                .map(ReferencedKeys::columns))
        .findFirst()
        .orElse(Set.of());
  }

  private static Set<String> columns(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return new HashSet<>(key.columns());
    }
    return constraint instanceof UniqueConstraint unique
        ? new HashSet<>(unique.columns())
        : Set.of();
  }

  private static Set<String> columns(Index index) {
    return index.unique() && index.predicate() == null
        ? new HashSet<>(ConstraintDiff.plainColumns(index))
        : Set.of();
  }
}
