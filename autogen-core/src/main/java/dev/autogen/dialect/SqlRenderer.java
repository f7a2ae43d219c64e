package dev.autogen.dialect;

import dev.autogen.operation.Operation;
import dev.autogen.schema.Schema;
import java.util.List;

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
}
