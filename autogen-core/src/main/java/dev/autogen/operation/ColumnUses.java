package dev.autogen.operation;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.sql.SqlWords;

/** Tells which columns of their table constraints and indexes use. */
public final class ColumnUses {

  private final SqlWords words;

  /** Reads expressions that are written by those rules. */
  public ColumnUses(SqlWords words) {
    this.words = words;
  }

  /** Whether a constraint is over a column, or mentions it. */
  public boolean uses(Constraint constraint, String column) {
    if (constraint instanceof PrimaryKey key) {
      return key.columns().contains(column) || key.include().contains(column);
    } else if (constraint instanceof UniqueConstraint unique) {
      return unique.columns().contains(column) || unique.include().contains(column);
    } else if (constraint instanceof ForeignKey key) {
      return key.columns().contains(column);
    }
    return constraint instanceof CheckConstraint check
        && words.mentions(check.expression(), column);
  }

  /** Whether an index has a column among its keys, its included columns or its expressions. */
  public boolean uses(Index index, String column) {
    return index.include().contains(column)
        || (index.predicate() != null && words.mentions(index.predicate(), column))
        || index.elements().stream()
            .anyMatch(
                key ->
                    key.expression()
                        ? words.mentions(key.text(), column)
                        : key.text().equals(column));
  }
}
