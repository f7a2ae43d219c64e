package dev.autogen.dialect;

import dev.autogen.operation.BackfillInBatches;
import dev.autogen.operation.Operation;
import dev.autogen.operation.TableOperation;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Writes the SQL of operations. */
public interface SqlRenderer {

  /**
   * The statements that carry out an operation, without closing semicolons.
   *
   * @param operation an operation, {@linkplain Operation#completed completed} if it needs old
   *     values
   * @param before the schema before it, or an empty one if the operation needs none
   */
  List<SqlStatement> render(Operation operation, Schema before);

  /** Whether {@link #render} needs to know the schema before that operation. */
  boolean needsSchema(Operation operation);

  /**
   * One batch of a backfill of a table without a primary key; it is repeated until it changes no
   * row. Empty where the database cannot limit an update.
   */
  default Optional<String> batch(BackfillInBatches operation) {
    return Optional.empty();
  }

  /**
   * Whether an operation can wait for those that follow it on its table, because the database
   * carries them out together for the price of one. What happens to other tables meanwhile makes no
   * difference to it.
   */
  default boolean collects(Operation operation) {
    return false;
  }

  /**
   * The statements that carry out operations on one table that were {@linkplain #collects
   * collected}, in their order.
   *
   * @param before the schema before the first of them
   */
  default List<SqlStatement> render(List<TableOperation> operations, Schema before) {
    throw new UnsupportedOperationException("no operations are collected");
  }
}
