package dev.autogen.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param column the column on which it was declared, or null for one of the whole table; it tells
 *     where a name comes from and is no part of the comparison
 * @param expression the SQL condition, without the enclosing parentheses
 */
public record CheckConstraint(@Nullable String name, @Nullable String column, String expression)
    implements Constraint {
  public CheckConstraint {
    Objects.requireNonNull(expression, "expression");
  }

  /** A check of the whole table. */
  public static CheckConstraint of(@Nullable String name, String expression) {
    return new CheckConstraint(name, null, expression);
  }

  @Override
  public CheckConstraint withName(@Nullable String other) {
    return new CheckConstraint(other, column, expression);
  }

  /** The same check with another condition. */
  public CheckConstraint withExpression(String other) {
    return new CheckConstraint(name, column, other);
  }
}
