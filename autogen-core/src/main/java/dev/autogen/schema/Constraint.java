package dev.autogen.schema;

import org.jspecify.annotations.Nullable;

/** A constraint of a table. A null name leaves the choice of a name to the database. */
public sealed interface Constraint
    permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, NamedConstraint {

  /** The name, or null where the database chooses one. */
  @Nullable String name();

  /** The same constraint under another name. */
  Constraint withName(@Nullable String name);

  /** When a constraint is checked (PostgreSQL manual, {@code SET CONSTRAINTS}). */
  enum Deferral {
    NOT_DEFERRABLE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED
  }

  /** The rows for which a check or a foreign key is enforced (PostgreSQL manual, CREATE TABLE). */
  enum Enforcement {
    /** All rows. */
    ENFORCED,
    /** Rows written since it was declared; earlier rows were not checked. */
    NOT_VALID,
    /** No rows; the constraint only documents. */
    NOT_ENFORCED
  }
}
