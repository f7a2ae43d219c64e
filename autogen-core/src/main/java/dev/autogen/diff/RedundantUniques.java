package dev.autogen.diff;

import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;

/**
 * Unnamed unique constraints of a model that repeat another key of the same columns, such as
 * {@code @Column(unique = true)} beside a named {@code @UniqueConstraint} of that column. The
 * database may have them, but does not need to.
 */
final class RedundantUniques {

  private RedundantUniques() {}

  static List<UniqueConstraint> of(Table table) {
    List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    return table.uniques().stream()
        .filter(unique -> unique.name() == null)
        .filter(
            unique ->
                unique.equals(UniqueConstraint.of(null, key))
                    || table.uniques().stream()
                        .anyMatch(
                            other -> other.name() != null && other.withName(null).equals(unique)))
        .toList();
  }

  /** The table without the redundant constraints. */
  static Table without(Table table) {
    List<UniqueConstraint> spare = of(table);
    return table.withConstraints(
        table.constraints().stream().filter(constraint -> !spare.contains(constraint)).toList());
  }
}
