package dev.autogen.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An SQL expression together with the table that gives its names a meaning.
 *
 * @param table the table, with the columns that the expression may name
 * @param kind where it stands
 * @param column the column of a default or a generated column, null otherwise
 * @param sql the text
 */
public record Expression(Table table, Kind kind, @Nullable Column column, String sql) {

  /** Hashes the text and the names only: a wide table has as many expressions as columns. */
  @Override
  public int hashCode() {
    return Objects.hash(table.name(), kind, column == null ? null : column.name(), sql);
  }

  /** Where an expression stands in a table. */
  public enum Kind {
    SERVER_DEFAULT,
    GENERATED,
    CHECK,
    INDEX_KEY,
    INDEX_PREDICATE
  }
}
