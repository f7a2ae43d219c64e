package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.operation.OperationFilter;
import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Asks the project's filters, one after the other, about each proposed operation. */
final class FilterChain {

  private final List<OperationFilter> filters;
  private final List<FilteredOperation> filtered = new ArrayList<>();

  FilterChain(List<OperationFilter> filters) {
    this.filters = filters;
  }

  List<Operation> apply(List<Operation> proposed) {
    List<Operation> operations = proposed;
    for (OperationFilter filter : filters) {
      List<Operation> taken = new ArrayList<>();
      operations.forEach(operation -> taken.addAll(answer(filter, operation)));
      operations = taken;
    }
    return operations;
  }

  List<FilteredOperation> filtered() {
    return filtered;
  }

  private List<Operation> answer(OperationFilter filter, Operation proposed) {
    String name = filter.getClass().getName();
    List<Operation> taken;
    try {
      taken = List.copyOf(Objects.requireNonNull(filter.filter(proposed), "it returned null"));
    } catch (RuntimeException | LinkageError e) {
      throw AutogenException.failed(
          "The operation filter " + name + " failed at \"" + proposed.summary() + "\": " + e, e);
    }
    if (!taken.equals(List.of(proposed))) {
      filtered.add(new FilteredOperation(proposed, taken, name));
    }
    return taken;
  }
}
