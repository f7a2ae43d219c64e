package dev.autogen.operation;

import dev.autogen.schema.Schema;
import dev.autogen.sql.SqlWords;
import dev.autogen.sql.TextRules;
import java.util.List;

/**
 * Computes a schema after operations, as far as it can be known: the effect of an author's own SQL
 * is not.
 */
public final class SchemaChange {

  private final SqlWords words;

  /** Computes changes of schemas whose expressions are written by those rules. */
  public SchemaChange(TextRules text) {
    this.words = text.words();
  }

  /** The schema after the operation. */
  public Schema apply(Schema schema, Operation operation) {
    return operation.accept(new ChangedSchema(schema, words));
  }

  /** The schema after the operations, one by one. */
  public Schema apply(Schema schema, List<Operation> operations) {
    Schema result = schema;
    for (Operation operation : operations) {
      result = apply(result, operation);
    }
    return result;
  }
}
