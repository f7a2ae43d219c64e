package dev.autogen.migration;

import dev.autogen.schema.Constraint;

/** A constraint as the author of a migration writes it. */
public sealed interface ConstraintDefinition extends TableElement
    permits PrimaryKeyDefinition, UniqueDefinition, ForeignKeyDefinition, CheckDefinition {

  /** The constraint that it describes. */
  Constraint constraint();
}
