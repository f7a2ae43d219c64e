package dev.autogen.diff;

import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that foreign keys of any table can no longer rest on while they change: those that are
 * dropped or added, and those with a column whose values are converted.
 */
final class KeyChanges {

  private final Map<QualifiedName, TablePair> pairs = new HashMap<>();

  KeyChanges(List<TablePair> pairs) {
    pairs.forEach(pair -> this.pairs.put(pair.target().name(), pair));
  }

  /** Whether the key that a foreign key points to stays as it is throughout. */
  boolean isStable(ForeignKey key) {
    TablePair pair = pairs.get(key.referencedTable());
    if (pair == null) {
      return true;
    }
    Set<String> columns = new HashSet<>(key.referencedColumns());
    return columns.stream().noneMatch(name -> pair.isConverted(name) || pair.isRecreated(name))
        && isKey(pair.target(), columns)
        && isKey(pair.actual(), columns);
  }

  private static boolean isKey(Table table, Set<String> columns) {
    return table
            .primaryKey()
            .map(PrimaryKey::columns)
            .map(HashSet::new)
            .filter(columns::equals)
            .isPresent()
        || table.uniques().stream()
            .map(UniqueConstraint::columns)
            .anyMatch(names -> new HashSet<>(names).equals(columns))
        || table.indexes().stream()
            .filter(index -> index.unique() && index.predicate() == null)
            .map(index -> index.elements().stream().map(element -> element.text()).toList())
            .anyMatch(names -> new HashSet<>(names).equals(columns));
  }
}
