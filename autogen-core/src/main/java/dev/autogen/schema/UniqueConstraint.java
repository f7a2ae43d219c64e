package dev.autogen.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param include columns that its index stores without their being keys
 * @param nullsNotDistinct whether two nulls are duplicates (SQL:2023, {@code NULLS NOT DISTINCT})
 * @param withoutOverlaps whether the last column is a range that is not to overlap (SQL:2011,
 *     {@code WITHOUT OVERLAPS})
 */
public record UniqueConstraint(
    @Nullable String name,
    List<String> columns,
    List<String> include,
    Deferral deferral,
    boolean nullsNotDistinct,
    boolean withoutOverlaps)
    implements Constraint {
  public UniqueConstraint {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
  }

  /** A plain unique constraint, not deferrable. */
  public static UniqueConstraint of(@Nullable String name, List<String> columns) {
    return new UniqueConstraint(name, columns, List.of(), Deferral.NOT_DEFERRABLE, false, false);
  }

  @Override
  public UniqueConstraint withName(@Nullable String other) {
    return new UniqueConstraint(
        other, columns, include, deferral, nullsNotDistinct, withoutOverlaps);
  }

  /** The same constraint of other columns. */
  public UniqueConstraint withColumns(List<String> others) {
    return new UniqueConstraint(name, others, include, deferral, nullsNotDistinct, withoutOverlaps);
  }

  /** The same constraint, its index storing other columns. */
  public UniqueConstraint withInclude(List<String> others) {
    return new UniqueConstraint(name, columns, others, deferral, nullsNotDistinct, withoutOverlaps);
  }

  /** The same constraint, checked at another time. */
  public UniqueConstraint withDeferral(Deferral other) {
    return new UniqueConstraint(name, columns, include, other, nullsNotDistinct, withoutOverlaps);
  }

  /** The same constraint, two nulls being duplicates or not. */
  public UniqueConstraint withNullsNotDistinct(boolean other) {
    return new UniqueConstraint(name, columns, include, deferral, other, withoutOverlaps);
  }

  /** The same constraint, its last column a range that is not to overlap, or not. */
  public UniqueConstraint withoutOverlaps(boolean other) {
    return new UniqueConstraint(name, columns, include, deferral, nullsNotDistinct, other);
  }
}
