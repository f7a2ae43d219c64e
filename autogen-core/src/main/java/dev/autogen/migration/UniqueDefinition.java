package dev.autogen.migration;

import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.UniqueConstraint;

/** A unique constraint as the author of a migration writes it. */
public record UniqueDefinition(UniqueConstraint constraint) implements ConstraintDefinition {

  /** Under that name, rather than one that the database chooses. */
  public UniqueDefinition named(String name) {
    return new UniqueDefinition(constraint.withName(name));
  }

  /** Checked at the end of each statement, or later on demand. */
  public UniqueDefinition deferrable() {
    return with(Deferral.INITIALLY_IMMEDIATE, constraint.nullsNotDistinct());
  }

  /** Checked at the end of the transaction. */
  public UniqueDefinition initiallyDeferred() {
    return with(Deferral.INITIALLY_DEFERRED, constraint.nullsNotDistinct());
  }

  /** Two nulls are duplicates. */
  public UniqueDefinition nullsNotDistinct() {
    return with(constraint.deferral(), true);
  }

  private UniqueDefinition with(Deferral deferral, boolean nullsNotDistinct) {
    return new UniqueDefinition(
        new UniqueConstraint(constraint.name(), constraint.columns(), deferral, nullsNotDistinct));
  }
}
