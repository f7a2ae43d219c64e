package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.operation.OperationFilter;
import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Asks a project's filters, one after the other, about each proposed operation. Each is asked about
 * an operation once, even if the schemas are compared again.
 */
public final class FilterChain {

  private final List<Answers> filters;

  /** A chain that leaves every operation as it is. */
  public FilterChain() {
    this(List.of());
  }

  /** A chain of filters in the order in which they are asked. */
  public FilterChain(List<OperationFilter> filters) {
    this.filters = filters.stream().map(Answers::new).toList();
  }

  /** The operations after the filters, and those that the filters changed. */
  record Outcome(List<Operation> operations, List<FilteredOperation> filtered) {}

  /**
   * Asks the filters.
   *
   * @throws AutogenException if one of them fails
   */
  Outcome apply(List<Operation> proposed) {
    List<Operation> operations = proposed;
    List<FilteredOperation> filtered = new ArrayList<>();
    for (Answers filter : filters) {
      List<Operation> taken = new ArrayList<>();
      for (Operation operation : operations) {
        List<Operation> answer = filter.of(operation);
        if (!answer.equals(List.of(operation))) {
          filtered.add(new FilteredOperation(operation, answer, filter.name()));
        }
        taken.addAll(answer);
      }
      operations = taken;
    }
    return new Outcome(operations, filtered);
  }

  /** The answers that one filter has given so far. */
  private static final class Answers {

    private final OperationFilter filter;
    private final Map<Operation, List<Operation>> known = new HashMap<>();

    Answers(OperationFilter filter) {
      this.filter = filter;
    }

    String name() {
      return filter.getClass().getName();
    }

    synchronized List<Operation> of(Operation proposed) {
      List<Operation> answer = known.get(proposed);
      if (answer == null) {
        answer = ask(proposed);
        known.put(proposed, answer);
      }
      return answer;
    }

    private List<Operation> ask(Operation proposed) {
      try {
        return List.copyOf(Objects.requireNonNull(filter.filter(proposed), "it returned null"));
      } catch (RuntimeException | LinkageError e) {
        throw AutogenException.failed(
            "The operation filter " + name() + " failed at \"" + proposed.summary() + "\": " + e,
            e);
      }
    }
  }
}
