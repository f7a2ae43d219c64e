package dev.autogen.migration;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint.Enforcement;

/** A check as the author of a migration writes it. */
public record CheckDefinition(CheckConstraint constraint) implements ConstraintDefinition {

  /** Under that name, rather than one that the database chooses. */
  public CheckDefinition named(String name) {
    return new CheckDefinition(constraint.withName(name));
  }

  /** Tables that inherit from this one are free of it. */
  public CheckDefinition noInherit() {
    return new CheckDefinition(constraint.withNoInherit(true));
  }

  /** Holds for rows that are written from now on; those that exist are not looked at. */
  public CheckDefinition notValid() {
    return new CheckDefinition(constraint.withEnforcement(Enforcement.NOT_VALID));
  }

  /** Is documentation alone. */
  public CheckDefinition notEnforced() {
    return new CheckDefinition(constraint.withEnforcement(Enforcement.NOT_ENFORCED));
  }
}
