package dev.autogen.schema;

import java.util.Objects;

/**
 * The expression of a generated column.
 *
 * @param expression the SQL expression, without the enclosing parentheses
 * @param stored true for a column that is stored with its row, false for a virtual one, which is
 *     computed when it is read
 */
public record Generated(String expression, boolean stored) {
  public Generated {
    Objects.requireNonNull(expression, "expression");
  }
}
