package dev.autogen.comparison;

import dev.autogen.dialect.DataLoss;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.diff.Comparison;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the operations of a comparison. Each is rendered against the schema that the operations
 * before it leave.
 */
public final class RenderedChanges {

  private final SqlRenderer renderer;
  private final SchemaChange effects;
  private final List<Operation> outstanding = new ArrayList<>();
  private Schema schema;

  private RenderedChanges(Dialect dialect, Schema schema) {
    this.renderer = dialect.sqlRenderer();
    this.effects = new SchemaChange(dialect.textRules());
    this.schema = schema;
  }

  public static List<Change> of(Comparison comparison, Schema actual, Dialect dialect) {
    RenderedChanges changes = new RenderedChanges(dialect, actual);
    DataLoss loss = new DataLoss(dialect.typeRules());
    List<Change> result = new ArrayList<>();
    for (int i = 0; i < comparison.operations().size(); i++) {
      List<SqlStatement> statements = new ArrayList<>();
      for (Operation step : comparison.steps().get(i)) {
        statements.addAll(changes.render(step));
      }
      Operation operation = comparison.operations().get(i);
      result.add(new Change(operation, statements, loss.remark(operation).orElse(null)));
    }
    return List.copyOf(result);
  }

  /** The statements of operations, each rendered against what those before it leave. */
  public static List<List<SqlStatement>> statements(
      List<Operation> operations, Schema before, Dialect dialect) {
    RenderedChanges changes = new RenderedChanges(dialect, before);
    return operations.stream().map(changes::render).toList();
  }

  /**
   * Renders an operation. The schema is brought up to date only for the few operations that need
   * it, because that takes time.
   */
  private List<SqlStatement> render(Operation operation) {
    if (renderer.needsSchema(operation)) {
      schema = effects.apply(schema, outstanding);
      outstanding.clear();
    }
    List<SqlStatement> statements = renderer.render(operation, schema);
    outstanding.add(operation);
    return statements;
  }
}
