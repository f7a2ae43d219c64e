package dev.autogen.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param column the column on which it was declared, or null for a check of the whole table; it
 *     shows where a name comes from and is not compared
 * @param expression the SQL condition, without the enclosing parentheses
 * @param noInherit whether the check does not apply to tables that inherit from this one
 */
public record CheckConstraint(
    @Nullable String name,
    @Nullable String column,
    String expression,
    boolean noInherit,
    Enforcement enforcement)
    implements Constraint {
  public CheckConstraint {
    Objects.requireNonNull(expression, "expression");
  }

  /** A check of the whole table. */
  public static CheckConstraint of(@Nullable String name, String expression) {
    return of(name, null, expression);
  }

  /** A check declared on a column, or of the whole table where that is null. */
  public static CheckConstraint of(
      @Nullable String name, @Nullable String column, String expression) {
    return new CheckConstraint(name, column, expression, false, Enforcement.ENFORCED);
  }

  @Override
  public CheckConstraint withName(@Nullable String other) {
    return new CheckConstraint(other, column, expression, noInherit, enforcement);
  }

  /** The same check declared on another column, or on none where that is null. */
  public CheckConstraint withColumn(@Nullable String other) {
    return new CheckConstraint(name, other, expression, noInherit, enforcement);
  }

  /** The same check with another condition. */
  public CheckConstraint withExpression(String other) {
    return new CheckConstraint(name, column, other, noInherit, enforcement);
  }

  /** The same check, not inherited or inherited. */
  public CheckConstraint withNoInherit(boolean other) {
    return new CheckConstraint(name, column, expression, other, enforcement);
  }

  /** The same check, enforced for other rows. */
  public CheckConstraint withEnforcement(Enforcement other) {
    return new CheckConstraint(name, column, expression, noInherit, other);
  }
}
