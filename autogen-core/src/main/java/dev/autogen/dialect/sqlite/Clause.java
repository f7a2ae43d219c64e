package dev.autogen.dialect.sqlite;

import dev.autogen.schema.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * A clause of a column, or a constraint of a table, as it stands in the statement that created it.
 *
 * @param text as it is written, with the name of a constraint
 * @param constraint what a constraint means; null for other clauses
 * @param value the default, the collation or the expression of a generated column
 */
record Clause(Kind kind, String text, @Nullable Constraint constraint, @Nullable String value) {

  /** The kinds of clauses. */
  enum Kind {
    NOT_NULL,
    NULL,
    DEFAULT,
    COLLATE,
    GENERATED_VIRTUAL,
    GENERATED_STORED,
    CONSTRAINT,
    /** A primary key whose numbers are never used again. */
    AUTOINCREMENT
  }

  Clause withConstraint(@Nullable Constraint other) {
    return new Clause(kind, text, other, value);
  }

  /** Whether it stands for a constraint. */
  boolean isConstraint() {
    return constraint != null;
  }
}
