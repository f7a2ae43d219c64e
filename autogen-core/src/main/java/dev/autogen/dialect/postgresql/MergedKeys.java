package dev.autogen.dialect.postgresql;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds unique constraints that {@code CREATE TABLE} would merge with another key of the same
 * columns ({@code transformIndexConstraints} in PostgreSQL's source); to get both, one has to be
 * added later.
 */
final class MergedKeys {

  private MergedKeys() {}

  static List<Constraint> of(Table table) {
    Set<UniqueConstraint> seen = new HashSet<>();
    table.primaryKey().map(MergedKeys::unique).ifPresent(seen::add);
    List<Constraint> merged = new ArrayList<>();
    for (UniqueConstraint unique : table.uniques()) {
      if (!seen.add(unique.withName(null))) {
        merged.add(unique);
      }
    }
    return merged;
  }

  private static UniqueConstraint unique(PrimaryKey key) {
    return new UniqueConstraint(
        null, key.columns(), key.include(), key.deferral(), false, key.withoutOverlaps());
  }
}
