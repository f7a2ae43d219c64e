package dev.autogen.schema;

import java.util.Objects;

/**
 * The expression of a generated column.
 *
 * @param expression the SQL expression, without the enclosing parentheses
 * @param stored true for a column that is written with its row, false for one computed when read
 */
public record Generated(String expression, boolean stored) {
  public Generated {
    Objects.requireNonNull(expression, "expression");
  }
}
