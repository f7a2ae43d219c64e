package dev.autogen.comparison;

import dev.autogen.dialect.TypeRules;
import dev.autogen.inspect.Inspection;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.HashSet;
import java.util.Set;

/** Takes from a model what a look at the database decides: views that entities map, open types. */
final class ModelAdjustment {

  private ModelAdjustment() {}

  /**
   * The model in canonical form, as far as it can be compared with that database.
   *
   * @param inspection what was read of the database
   * @param actual the same in canonical form
   */
  static Schema of(Schema model, Inspection inspection, Schema actual, TypeRules types) {
    return withKnownTypes(
        types.canonical(
            PathTypes.qualified(withoutRelationsLeftOut(model, inspection), inspection)),
        actual);
  }

  /** A column whose type the model cannot tell has the type that it has. */
  private static Schema withKnownTypes(Schema target, Schema actual) {
    return target.withTables(
        target.tables().stream().map(table -> withKnownTypes(table, actual)).toList());
  }

  private static Table withKnownTypes(Table table, Schema actual) {
    if (table.columns().stream().noneMatch(column -> column.type().isUnknown())) {
      return table;
    }
    return actual
        .table(table.name())
        .map(
            known ->
                table.withColumns(
                    table.columns().stream().map(column -> withKnownType(column, known)).toList()))
        .orElse(table);
  }

  private static Column withKnownType(Column column, Table known) {
    return column.type().isUnknown()
        ? known.column(column.name()).map(it -> column.withType(it.type())).orElse(column)
        : column;
  }

  /** An entity may be mapped on a view, or on a table that another tool keeps. */
  private static Schema withoutRelationsLeftOut(Schema model, Inspection inspection) {
    Set<String> names = new HashSet<>();
    Set<String> withoutKeys = new HashSet<>();
    for (Inspection.LeftOut relation : inspection.leftOut()) {
      if (relation.kind().endsWith("view") || relation.kind().endsWith("table")) {
        names.add(relation.name());
      }
      if (relation.kind().endsWith("view") || relation.kind().equals("foreign table")) {
        withoutKeys.add(relation.name());
      }
    }
    return model.withTables(
        model.tables().stream()
            .filter(table -> !names.contains(table.name().toString()))
            .map(table -> withoutForeignKeysTo(table, withoutKeys))
            .toList());
  }

  /** Hibernate writes foreign keys to views too, which no database takes. */
  private static Table withoutForeignKeysTo(Table table, Set<String> names) {
    return table.withConstraints(
        table.constraints().stream()
            .filter(
                constraint ->
                    !(constraint instanceof ForeignKey key
                        && names.contains(key.referencedTable().toString())))
            .toList());
  }
}
