package dev.autogen.migration;

import dev.autogen.schema.CheckConstraint;

/** A check as the author of a migration writes it. */
public record CheckDefinition(CheckConstraint constraint) implements ConstraintDefinition {

  /** Under that name, rather than one that the database chooses. */
  public CheckDefinition named(String name) {
    return new CheckDefinition(constraint.withName(name));
  }
}
