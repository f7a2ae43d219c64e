package dev.autogen.comparison;

import dev.autogen.dialect.CollectedOperations;
import dev.autogen.dialect.DataLoss;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.diff.Comparison;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.operation.TableOperation;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

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
    DataLoss loss = new DataLoss(dialect.typeRules());
    List<Change> result = new ArrayList<>();
    List<List<SqlStatement>> rendered = statements(comparison.upgrade(), actual, dialect);
    int next = 0;
    for (int i = 0; i < comparison.operations().size(); i++) {
      List<SqlStatement> statements = new ArrayList<>();
      for (int step = 0; step < comparison.steps().get(i).size(); step++) {
        statements.addAll(rendered.get(next++));
      }
      Operation operation = comparison.operations().get(i);
      result.add(new Change(operation, statements, loss.remark(operation).orElse(null)));
    }
    return List.copyOf(result);
  }

  /**
   * The statements of operations, each rendered against what those before it leave. Those of
   * operations that the database carries out together stand with the last of them.
   */
  public static List<List<SqlStatement>> statements(
      List<Operation> operations, Schema before, Dialect dialect) {
    return new RenderedChanges(dialect, before).render(operations);
  }

  private List<List<SqlStatement>> render(List<Operation> operations) {
    List<List<SqlStatement>> result = new ArrayList<>();
    Map<Operation, Integer> places = new IdentityHashMap<>();
    CollectedOperations collected =
        new CollectedOperations(
            renderer,
            (together, sql) ->
                result.get(places.get(together.get(together.size() - 1))).addAll(sql));
    for (Operation operation : operations) {
      List<SqlStatement> own = new ArrayList<>();
      places.put(operation, result.size());
      result.add(own);
      if (renderer.collects(operation)) {
        collected.add((TableOperation) operation, schemaBefore());
        outstanding.add(operation);
      } else {
        collected.makeWayFor(operation);
        own.addAll(render(operation));
      }
    }
    collected.flush();
    return result;
  }

  private Schema schemaBefore() {
    schema = effects.apply(schema, outstanding);
    outstanding.clear();
    return schema;
  }

  /**
   * Renders an operation. The schema is brought up to date only for the few operations that need
   * it, because that takes time.
   */
  private List<SqlStatement> render(Operation operation) {
    if (renderer.needsSchema(operation)) {
      schema = schemaBefore();
    }
    List<SqlStatement> statements = renderer.render(operation, schema);
    outstanding.add(operation);
    return statements;
  }
}
