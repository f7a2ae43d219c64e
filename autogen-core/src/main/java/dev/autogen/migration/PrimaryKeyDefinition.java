package dev.autogen.migration;

import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.PrimaryKey;
import java.util.List;

/** A primary key as the author of a migration writes it. */
public record PrimaryKeyDefinition(PrimaryKey constraint) implements ConstraintDefinition {

  /** Under that name, rather than one that the database chooses. */
  public PrimaryKeyDefinition named(String name) {
    return new PrimaryKeyDefinition(constraint.withName(name));
  }

  /** Its index stores those columns too. */
  public PrimaryKeyDefinition include(String... columns) {
    return new PrimaryKeyDefinition(constraint.withInclude(List.of(columns)));
  }

  /** Checked at the end of each statement, or later on demand. */
  public PrimaryKeyDefinition deferrable() {
    return new PrimaryKeyDefinition(constraint.withDeferral(Deferral.INITIALLY_IMMEDIATE));
  }

  /** Checked at the end of the transaction. */
  public PrimaryKeyDefinition initiallyDeferred() {
    return new PrimaryKeyDefinition(constraint.withDeferral(Deferral.INITIALLY_DEFERRED));
  }

  /** The last column is a range that is not to overlap another one's. */
  public PrimaryKeyDefinition withoutOverlaps() {
    return new PrimaryKeyDefinition(constraint.withoutOverlaps(true));
  }
}
