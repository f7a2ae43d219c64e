package dev.autogen.diff;

import dev.autogen.operation.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Operations by the phase in which they run. The phases are the whole of the ordering: what others
 * use is created before and dropped after them.
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
