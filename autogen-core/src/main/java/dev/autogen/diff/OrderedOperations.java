package dev.autogen.diff;

import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.Operation;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Operations by the phase in which they run. The phases define the whole order: an object is
 * created before the objects that use it, and dropped after them.
 */
final class OrderedOperations {

  enum Phase {
    DROP_EXTRA,
    RENAME,
    CREATE_SCHEMA,
    DROP_FOREIGN_KEY,
    DROP_KEY,
    DROP_TABLE,
    CREATE_TYPE,
    CREATE_TABLE,
    DROP_COMPUTED,
    COLUMN,
    ADD_COMPUTED,
    ADD_KEY,
    ADD_FOREIGN_KEY,
    /** Keys that a foreign key would rest on if they existed when it is created. */
    ADD_OTHER_KEY,
    DROP_TYPE
  }

  private final Map<Phase, List<Operation>> phases = new EnumMap<>(Phase.class);
  private final List<KeptObject> kept = new ArrayList<>();

  void add(Phase phase, Operation operation) {
    phases.computeIfAbsent(phase, key -> new ArrayList<>()).add(operation);
  }

  void add(Phase phase, List<Operation> operations) {
    operations.forEach(operation -> add(phase, operation));
  }

  /** Whether a key or index of a table is dropped. */
  boolean dropsKey(QualifiedName table, String name) {
    return phases.getOrDefault(Phase.DROP_KEY, List.of()).stream()
        .anyMatch(operation -> dropsKey(operation, table, name));
  }

  private static boolean dropsKey(Operation operation, QualifiedName table, String name) {
    if (operation instanceof DropConstraint drop) {
      return drop.table().equals(table) && name.equals(drop.constraint().name());
    }
    return operation instanceof DropIndex drop
        && drop.table().equals(table)
        && name.equals(drop.index().name());
  }

  void keep(String kind, String name, String reason) {
    kept.add(new KeptObject(kind, name, reason));
  }

  List<Operation> ordered() {
    return phases.values().stream().flatMap(List::stream).toList();
  }

  List<KeptObject> kept() {
    return kept;
  }
}
