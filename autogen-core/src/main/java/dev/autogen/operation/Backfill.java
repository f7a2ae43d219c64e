package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets a value in the rows whose column is null.
 *
 * @param expression the SQL expression of the value, or null where the author of the migration
 *     still has to write it; the operation then fails if there is such a row
 */
public record Backfill(QualifiedName table, String column, @Nullable String expression)
    implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new Nothing());
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
