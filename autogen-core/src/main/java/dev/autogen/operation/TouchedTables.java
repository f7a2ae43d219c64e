package dev.autogen.operation;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the tables whose rows operations can change, or fail on. */
public final class TouchedTables {

  private TouchedTables() {}

  /**
   * The names of the tables, before and after renames; empty where the operations contain SQL,
   * which may change any table.
   *
   * @param before the schema before the operations
   */
  public static Optional<Set<QualifiedName>> of(List<Operation> operations, Schema before) {
    return operations.stream().anyMatch(ExecuteSql.class::isInstance)
        ? Optional.empty()
        : Optional.of(
            operations.stream()
                .flatMap(operation -> operation.changes().stream())
                .flatMap(object -> tables(object, before))
                .collect(Collectors.toSet()));
  }

  private static Stream<QualifiedName> tables(ChangedObject object, Schema before) {
    return switch (object.kind()) {
      case TABLE -> Stream.of(object.name());
      case TYPE ->
          before.tables().stream()
              .filter(table -> table.columns().stream().anyMatch(each -> isOf(each, object)))
              .map(Table::name);
      case SEQUENCE, SCHEMA -> Stream.of();
    };
  }

  private static boolean isOf(Column column, ChangedObject type) {
    return column.type().qualifiedName().equals(type.name());
  }
}
