package dev.autogen.migration;

import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;

/** A unique constraint as the author of a migration writes it. */
public record UniqueDefinition(UniqueConstraint constraint) implements ConstraintDefinition {

  /** Under that name, rather than one that the database chooses. */
  public UniqueDefinition named(String name) {
    return new UniqueDefinition(constraint.withName(name));
  }

  /** Its index stores those columns too. */
  public UniqueDefinition include(String... columns) {
    return new UniqueDefinition(constraint.withInclude(List.of(columns)));
  }

  /** Checked at the end of each statement, or later on demand. */
  public UniqueDefinition deferrable() {
    return new UniqueDefinition(constraint.withDeferral(Deferral.INITIALLY_IMMEDIATE));
  }

  /** Checked at the end of the transaction. */
  public UniqueDefinition initiallyDeferred() {
    return new UniqueDefinition(constraint.withDeferral(Deferral.INITIALLY_DEFERRED));
  }

  /** Two nulls are duplicates. */
  public UniqueDefinition nullsNotDistinct() {
    return new UniqueDefinition(constraint.withNullsNotDistinct(true));
  }

  /** The last column is a range that is not to overlap another one's. */
  public UniqueDefinition withoutOverlaps() {
    return new UniqueDefinition(constraint.withoutOverlaps(true));
  }
}
