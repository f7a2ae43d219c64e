package dev.autogen.comparison;

import dev.autogen.dialect.TypeRules;
import dev.autogen.inspect.Inspection;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.HashSet;
import java.util.Set;

/**
 * Adjusts a model to what was read from the database: leaves out views that entities map, and fills
 * in types that the model does not tell.
 */
final class ModelAdjustment {

  private ModelAdjustment() {}

  /**
   * The model in canonical form, reduced to what can be compared with that database.
   *
   * @param inspection what was read from the database
   * @param actual the schema found, in canonical form
   */
  static Schema of(Schema model, Inspection inspection, Schema actual, TypeRules types) {
    return withKnownTypes(
        types.canonical(
            PathTypes.qualified(withoutRelationsLeftOut(model, inspection), inspection)),
        actual);
  }

  /** Gives a column whose type the model cannot tell the type that it has in the database. */
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

  /**
   * Leaves out the tables of entities that are mapped to a view, or to a table that another tool
   * maintains.
   */
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

  /** Leaves out foreign keys to views. Hibernate writes them too, but no database accepts them. */
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
