package dev.autogen.render.java;

import dev.autogen.migration.Operations;
import dev.autogen.operation.Operation;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes down what a migration asks for. */
final class RecordedOperations implements Operations {

  final List<Operation> recorded = new ArrayList<>();

  /** The operations of a migration's upgrade or downgrade. */
  static List<Operation> of(Consumer<Operations> method) {
    RecordedOperations operations = new RecordedOperations();
    method.accept(operations);
    return operations.recorded;
  }

  @Override
  public void run(Operation operation) {
    recorded.add(operation);
  }

  @Override
  public void autocommit(Consumer<Operations> operations) {
    operations.accept(this);
  }

  @Override
  public void bulkInsert(QualifiedName table, List<? extends Map<String, ?>> rows) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void connection(ConnectionWork work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Schema inspect() {
    throw new UnsupportedOperationException();
  }
}
