package dev.autogen.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param nullsNotDistinct whether two nulls are duplicates (SQL:2023, {@code NULLS NOT DISTINCT})
 */
public record UniqueConstraint(
    @Nullable String name, List<String> columns, Deferral deferral, boolean nullsNotDistinct)
    implements Constraint {
  public UniqueConstraint {
    columns = List.copyOf(columns);
  }

  /** A plain unique constraint, not deferrable. */
  public static UniqueConstraint of(@Nullable String name, List<String> columns) {
    return new UniqueConstraint(name, columns, Deferral.NOT_DEFERRABLE, false);
  }

  @Override
  public UniqueConstraint withName(@Nullable String other) {
    return new UniqueConstraint(other, columns, deferral, nullsNotDistinct);
  }
}
