package dev.autogen.diff;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns that a key has only because of partitions: a key of a partitioned table includes the
 * partition columns (PostgreSQL manual, 5.12.2.3).
 */
final class PartitionKeys {

  private PartitionKeys() {}

  /**
   * The columns of a database's key without the partition columns that the target's key does not
   * name.
   */
  static List<String> without(List<String> actual, List<String> target, Table table) {
    return table.partitionedBy().isEmpty()
        ? actual
        : actual.stream()
            .filter(name -> target.contains(name) || !table.partitionedBy().contains(name))
            .toList();
  }

  /**
   * A database's unique index without the partition columns that the target's index does not name.
   */
  static Index without(Index actual, Index target, Table table) {
    List<String> named = ConstraintDiff.plainColumns(target);
    return !actual.unique() || table.partitionedBy().isEmpty()
        ? actual
        : actual.withElements(
            actual.elements().stream()
                .filter(
                    each ->
                        each.expression()
                            || named.contains(each.text())
                            || !table.partitionedBy().contains(each.text()))
                .toList());
  }

  /** The constraint with the partition columns that the table requires. */
  static Constraint with(Constraint constraint, Table table) {
    if (constraint instanceof PrimaryKey key) {
      return key.withColumns(with(key.columns(), table));
    }
    return constraint instanceof UniqueConstraint unique
        ? unique.withColumns(with(unique.columns(), table))
        : constraint;
  }

  /** The index with the partition columns that the table requires. */
  static Index with(Index index, Table table) {
    if (!index.unique()) {
      return index;
    }
    List<Index.Element> elements = new ArrayList<>(index.elements());
    List<String> named = ConstraintDiff.plainColumns(index);
    table.partitionedBy().stream()
        .filter(name -> !named.contains(name))
        .forEach(name -> elements.add(Index.Element.column(name)));
    return index.withElements(elements);
  }

  private static List<String> with(List<String> columns, Table table) {
    List<String> all = new ArrayList<>(columns);
    table.partitionedBy().stream().filter(name -> !columns.contains(name)).forEach(all::add);
    return all;
  }
}
