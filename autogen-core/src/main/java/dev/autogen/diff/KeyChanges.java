package dev.autogen.diff;

import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys that foreign keys cannot rest on while the migration changes them: keys that are dropped
 * or added, and keys with a column whose values are converted.
 */
final class KeyChanges {

  private final Map<QualifiedName, TablePair> pairs = new HashMap<>();
  private final OrderedOperations changes;

  /**
   * Collects the changes of keys.
   *
   * @param changes the operations on the keys; all are added before a foreign key is asked for
   */
  KeyChanges(List<TablePair> pairs, OrderedOperations changes) {
    this.changes = changes;
    pairs.forEach(pair -> this.pairs.put(pair.target().name(), pair));
  }

  /** Whether the key that a foreign key points to does not change during the migration. */
  boolean isStable(ForeignKey key) {
    TablePair pair = pairs.get(key.referencedTable());
    if (pair == null) {
      return true;
    }
    Set<String> columns = new HashSet<>(key.referencedColumns());
    return columns.stream().noneMatch(pair::breaksForeignKeys)
        && !includesRetyped(pair, columns)
        && (key.restsOn() == null
            ? keepsPrimaryKey(pair, columns)
                || keyKinds(pair.target(), columns).stream()
                    .anyMatch(keyKinds(pair.actual(), columns)::contains)
            : !changes.dropsKey(key.referencedTable(), key.restsOn()));
  }

  /**
   * Whether the key's index is rebuilt because a column that it includes changes its type.
   * PostgreSQL rebuilds only the foreign keys of the changed columns themselves ({@code
   * RememberAllDependentForRebuilding}).
   */
  private static boolean includesRetyped(TablePair pair, Set<String> columns) {
    return Stream.concat(
            pair.actual().primaryKey().stream()
                .filter(key -> new HashSet<>(key.columns()).equals(columns))
                .map(PrimaryKey::include),
            pair.actual().uniques().stream()
                .filter(key -> new HashSet<>(key.columns()).equals(columns))
                .map(UniqueConstraint::include))
        .flatMap(List::stream)
        .anyMatch(pair::isRetyped);
  }

  private boolean keepsPrimaryKey(TablePair pair, Set<String> columns) {
    return pair.target()
        .primaryKey()
        .filter(target -> isOver(target, columns, pair.actual().partitionedBy()))
        .flatMap(
            target ->
                pair.actual()
                    .primaryKey()
                    .filter(actual -> new ConstraintEquivalence(pair, this).same(target, actual)))
        .isPresent();
  }

  /**
   * Whether a key consists of these columns, or of these without some that are only there for
   * partitions.
   */
  private static boolean isOver(
      PrimaryKey key, Set<String> referenced, List<String> partitionedBy) {
    Set<String> columns = new HashSet<>(key.columns());
    columns.addAll(partitionedBy);
    columns.retainAll(referenced);
    return columns.equals(referenced) && referenced.containsAll(key.columns());
  }

  /**
   * The other keys over these columns, with their kind. An index cannot take the place of a
   * constraint that is dropped, so the kind counts.
   */
  private static Set<String> keyKinds(Table table, Set<String> columns) {
    Set<String> kinds = new HashSet<>();
    for (UniqueConstraint unique : table.uniques()) {
      if (new HashSet<>(unique.columns()).equals(columns)) {
        kinds.add(
            "unique "
                + unique.withName(null).withInclude(unique.include().stream().sorted().toList()));
      }
    }
    for (Index index : table.indexes()) {
      List<String> keys = ConstraintDiff.plainColumns(index);
      if (index.unique() && index.predicate() == null && new HashSet<>(keys).equals(columns)) {
        kinds.add("index " + keys);
      }
    }
    return kinds;
  }
}
