package dev.autogen.migration;

import dev.autogen.schema.PrimaryKey;

/** A primary key as the author of a migration writes it. */
public record PrimaryKeyDefinition(PrimaryKey constraint) implements ConstraintDefinition {

  /** Under that name, rather than one that the database chooses. */
  public PrimaryKeyDefinition named(String name) {
    return new PrimaryKeyDefinition(constraint.withName(name));
  }
}
