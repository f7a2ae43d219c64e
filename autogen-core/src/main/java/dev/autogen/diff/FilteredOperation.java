package dev.autogen.diff;

import dev.autogen.operation.Operation;
import java.util.List;

/**
 * An operation that one of the project's filters left out or replaced.
 *
 * @param proposed the operation that the comparison proposed
 * @param taken the operations that the filter put in its place; none where it left it out
 * @param filter the filter's class
 */
public record FilteredOperation(Operation proposed, List<Operation> taken, String filter) {
  public FilteredOperation {
    taken = List.copyOf(taken);
  }

  /** What the filter did, in one line. */
  public String summary() {
    return taken.isEmpty()
        ? "left out: " + proposed.summary() + " (" + filter + ")"
        : "replaced: "
            + proposed.summary()
            + " by "
            + String.join("; ", taken.stream().map(Operation::summary).toList())
            + " ("
            + filter
            + ")";
  }
}
