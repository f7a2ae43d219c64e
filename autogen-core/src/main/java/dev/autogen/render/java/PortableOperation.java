package dev.autogen.render.java;

import dev.autogen.operation.Operation;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.SqlType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation of a migration for several kinds of database.
 *
 * @param operation the operation; what differs between databases is in the words that all have
 * @param dialects the databases on which it runs; none for all of them
 * @param types the types of its columns on databases where the word means something else
 * @param elements constraints of a new table on some databases alone
 */
public record PortableOperation(
    Operation operation,
    List<String> dialects,
    Map<Column, Map<String, SqlType>> types,
    List<Element> elements) {

  /** Constraints of a new table on some kinds of database. */
  public record Element(List<String> dialects, List<Constraint> constraints) {
    public Element {
      dialects = List.copyOf(dialects);
      constraints = List.copyOf(constraints);
    }
  }

  public PortableOperation {
    dialects = List.copyOf(dialects);
    types = new IdentityHashMap<>(types); // equal columns of two tables may differ in this
    elements = List.copyOf(elements);
  }

  /** An operation that is the same on all databases. */
  public static PortableOperation everywhere(Operation operation) {
    return new PortableOperation(operation, List.of(), Map.of(), List.of());
  }

  /** An operation on some databases alone, in their own words. */
  public static PortableOperation on(List<String> dialects, Operation operation) {
    return new PortableOperation(operation, dialects, Map.of(), List.of());
  }

  /** Whether a type has a word of its own, such as {@code bigint()}. */
  public static boolean isWord(SqlType type) {
    return !(TypeCode.of(type) instanceof Code.Call call && call.name().equals("type"));
  }

  /** The statements of an operation as they are written, to see whether two look the same. */
  public static String text(Operation operation) {
    StringBuilder text = new StringBuilder();
    operation
        .accept(new Statements(false))
        .forEach(statement -> text.append(statement.format(Statement.INDENT)));
    return text.toString();
  }
}
