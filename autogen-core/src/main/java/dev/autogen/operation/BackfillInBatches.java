package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import java.util.Optional;

/**
 * Changes the rows that meet a condition, some at a time. Each batch commits by itself, so that no
 * row stays locked for long. A run that was interrupted goes on with the rows that are left.
 *
 * @param set the assignments of the update, such as {@code status = 'new'}
 * @param where the condition of the rows that are left to do, such as {@code status is null}
 * @param batch the most rows of one batch, one at least
 */
public record BackfillInBatches(QualifiedName table, String set, String where, int batch)
    implements TableOperation {

  public BackfillInBatches {
    if (batch < 1) {
      throw new IllegalArgumentException("a batch has one row at least, not " + batch);
    }
  }

  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new Nothing());
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
