package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Schema;
import java.util.List;

/**
 * What two schemas differ in, before objects that no model can name are taken out of the way of the
 * operations.
 */
public final class Differences {

  private final List<Operation> operations;
  private final List<Operation> undone;
  private final List<Schema> schemas;
  private final DatabaseRules rules;
  private final List<KeptObject> kept;
  private final List<FilteredOperation> filtered;
  private final List<String> refused;

  /**
   * The operations between two schemas.
   *
   * @param before the schema before the operations
   * @param target the one that they lead to
   */
  Differences(
      List<Operation> operations,
      Schema before,
      Schema target,
      DatabaseRules rules,
      List<KeptObject> kept,
      List<FilteredOperation> filtered,
      List<String> refused) {
    this.operations = operations;
    this.undone =
        MigrationSteps.downgrade(
            operations, before, rules, new ColumnConversions(target, before, rules));
    this.schemas = List.of(before, target);
    this.rules = rules;
    this.kept = kept;
    this.filtered = filtered;
    this.refused = refused;
  }

  /** Whether objects that no model can name, such as views, may be in the way of an operation. */
  public boolean mayAffectDependents() {
    return operations.stream().anyMatch(AffectedObjects::isPossible)
        || undone.stream().anyMatch(AffectedObjects::isPossible);
  }

  /**
   * The comparison, with regard for what hangs on tables and no model can name.
   *
   * @param objects what there is, in an order in which it can be dropped
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
        filtered,
        refused,
        dependents.obstacles(),
        dependents.involved());
  }
}
