package dev.autogen.dialect.sqlite;

import dev.autogen.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two commas of a {@code CREATE TABLE}: a column, or constraints of the table.
 *
 * @param text as it is written, with blanks and comments
 * @param column the name of the column, or null for constraints
 * @param head the name and the type as they are written
 * @param type the type
 */
record Element(
    String text, @Nullable String column, String head, SqlType type, List<Clause> clauses) {

  Element {
    clauses = List.copyOf(clauses);
  }

  Element withClauses(List<Clause> others) {
    return new Element(text, column, head, type, others);
  }
}
