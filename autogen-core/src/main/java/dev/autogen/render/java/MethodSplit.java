package dev.autogen.render.java;

import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits a long migration into parts that each fit into a method: the compiler allows 64 KB of byte
 * code in one (Java Virtual Machine Specification, 4.7.3).
 */
final class MethodSplit {

  /** An element usually takes less than 100 bytes. */
  private static final int MOST_ELEMENTS = 600;

  /** Of the parts of an expression, each of which takes 12 bytes at most. */
  private static final int PARTS_OF_AN_ELEMENT = 7;

  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * Operations that stand in one method.
   *
   * @param name a name for the method that is unique in the class
   */
  record Part(String name, List<Operation> operations) {}

  /** Whether operations are too many for one method. */
  static boolean needed(List<Operation> operations) {
    return elements(operations) > MOST_ELEMENTS;
  }

  /** The operations in parts, in order. */
  List<Part> parts(List<Operation> operations) {
    List<Part> parts = new ArrayList<>();
    List<Operation> part = new ArrayList<>();
    int elements = 0;
    for (Operation operation : divided(operations)) {
      int more = elements(operation);
      boolean full = elements + more > MOST_ELEMENTS;
      boolean otherKind =
          elements * 2 >= MOST_ELEMENTS && !part.get(0).kind().equals(operation.kind());
      if (!part.isEmpty() && (full || otherKind)) {
        parts.add(named(part));
        part = new ArrayList<>();
        elements = 0;
      }
      part.add(operation);
      elements += more;
    }
    parts.add(named(part));
    return parts;
  }

  /** The indexes of a table as operations of their own, where all do not fit into its method. */
  private static List<Operation> divided(List<Operation> operations) {
    List<Operation> divided = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof CreateTable create && elements(operation) > MOST_ELEMENTS) {
        Table table = create.table();
        divided.add(new CreateTable(table.withIndexes(List.of())));
        table.indexes().forEach(index -> divided.add(new CreateIndex(table.name(), index, false)));
      } else {
        divided.add(operation);
      }
    }
    return divided;
  }

  private Part named(List<Operation> operations) {
    long kinds = operations.stream().map(Operation::kind).distinct().count();
    String name = kinds == 1 ? plural(operations.get(0)) : "changeSchema";
    return new Part(name + numbers.merge(name, 1, Integer::sum), List.copyOf(operations));
  }

  private static String plural(Operation operation) {
    String kind = operation.getClass().getSimpleName();
    String word = kind.substring(0, 1).toLowerCase() + kind.substring(1);
    if (word.endsWith("Index")) {
      return word + "es";
    }
    return word.endsWith("Sql") || word.endsWith("Nothing") ? word : word + "s";
  }

  private static int elements(List<Operation> operations) {
    return operations.stream().mapToInt(MethodSplit::elements).sum();
  }

  private static int elements(Operation operation) {
    long parts =
        operation.accept(new Statements(false)).stream()
            .mapToLong(statement -> statement.code().all().count())
            .sum();
    return Math.max(usual(operation), (int) parts / PARTS_OF_AN_ELEMENT);
  }

  private static int usual(Operation operation) {
    if (operation instanceof AlterColumn) {
      return 3;
    }
    if (!(operation instanceof CreateTable create)) {
      return 1;
    }
    return create.table().columns().size()
        + create.table().constraints().size()
        + create.table().indexes().size();
  }
}
