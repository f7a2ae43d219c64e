package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Schema;
import java.util.List;

/**
 * The differences between two schemas, before the objects that no model can describe are dropped
 * and created around the operations.
 */
public final class Differences {

  private final List<Operation> operations;
  private final List<Operation> undone;
  private final List<Schema> schemas;
  private final DatabaseRules rules;
  private final List<KeptObject> kept;
  private final ToleratedDifferences tolerated;
  private final List<FilteredOperation> filtered;
  private final List<String> refused;

  /**
   * The differences as operations.
   *
   * @param before the schema before the operations
   * @param target the schema after the operations
   */
  Differences(
      List<Operation> operations,
      Schema before,
      Schema target,
      DatabaseRules rules,
      List<KeptObject> kept,
      ToleratedDifferences tolerated,
      List<FilteredOperation> filtered,
      List<String> refused) {
    this.operations = operations;
    this.undone =
        MigrationSteps.downgrade(
            operations, before, rules, new ColumnConversions(target, before, rules));
    this.schemas = List.of(before, target);
    this.rules = rules;
    this.kept = kept;
    this.tolerated = tolerated;
    this.filtered = filtered;
    this.refused = refused;
  }

  /** Whether an operation may affect objects that no model can describe, such as views. */
  public boolean mayAffectDependents() {
    return operations.stream().anyMatch(AffectedObjects::isPossible)
        || undone.stream().anyMatch(AffectedObjects::isPossible);
  }

  /**
   * The comparison, with the drops and creations that dependent objects need.
   *
   * @param objects the dependent objects that exist, in an order in which they can be dropped
   */
  public Comparison comparison(List<DatabaseObject> objects) {
    DependentObjects dependents = new DependentObjects(objects, operations);
    List<Operation> upgrade =
        dependents.upgrade(operations, new AffectedObjects(operations, schemas), rules);
    List<Operation> downgrade = dependents.downgrade(undone, new AffectedObjects(undone, schemas));
    return new Comparison(
        upgrade,
        upgrade.stream().map(operation -> MigrationSteps.upgrade(operation, rules)).toList(),
        downgrade,
        kept,
        tolerated,
        filtered,
        refused,
        dependents.obstacles(),
        dependents.involved());
  }
}
