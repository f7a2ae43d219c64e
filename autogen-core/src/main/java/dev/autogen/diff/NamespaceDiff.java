package dev.autogen.diff;

import dev.autogen.diff.OrderedOperations.Phase;
import dev.autogen.operation.CreateSchema;
import dev.autogen.schema.Schema;
import java.util.Set;
import java.util.TreeSet;

/** The schemas that the target needs and the database lacks. A schema is never dropped. */
final class NamespaceDiff {

  private final Schema target;
  private final Schema actual;
  private final OrderedOperations changes;

  NamespaceDiff(Schema target, Schema actual, OrderedOperations changes) {
    this.target = target;
    this.actual = actual;
    this.changes = changes;
  }

  void compare() {
    Set<String> needed = new TreeSet<>(target.namespaces());
    target
        .objectNames()
        .filter(name -> name.schema() != null)
        .forEach(name -> needed.add(name.schema()));
    actual.namespaces().forEach(needed::remove);
    needed.forEach(name -> changes.add(Phase.CREATE_SCHEMA, new CreateSchema(name)));
  }
}
