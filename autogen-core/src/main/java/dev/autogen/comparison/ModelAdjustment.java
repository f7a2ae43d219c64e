package dev.autogen.comparison;

import dev.autogen.dialect.TypeRules;
import dev.autogen.inspect.Inspection;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adjusts a model to what was read from the database: leaves out views that entities map, and fills
 * in types that the model does not tell.
 */
final class ModelAdjustment {

  private final Schema actual;
  private final TypeRules types;

  private ModelAdjustment(Schema actual, TypeRules types) {
    this.actual = actual;
    this.types = types;
  }

  /**
   * The model in canonical form, reduced to what can be compared with that database.
   *
   * @param inspection what was read from the database
   * @param actual the schema found, in canonical form
   */
  static Schema of(Schema model, Inspection inspection, Schema actual, TypeRules types) {
    Schema target =
        types.canonical(
            PathTypes.qualified(withoutRelationsLeftOut(model, inspection), inspection));
    return new ModelAdjustment(actual, types).withKnownTypes(types.spelledLike(actual, target));
  }

  /** Gives a column the type that it has in the database where the model accepts that one. */
  private Schema withKnownTypes(Schema target) {
    Map<QualifiedName, Table> tables = new HashMap<>();
    actual.tables().forEach(table -> tables.put(table.name(), table));
    Schema adjusted =
        target.withTables(
            target.tables().stream()
                .map(
                    table -> {
                      @Nullable Table known = tables.get(table.name());
                      return known == null ? table : withKnownTypes(table, known);
                    })
                .toList());
    return adjusted.withSequences(
        adjusted.sequences().stream()
            .map(
                each ->
                    actual
                        .sequence(each.name())
                        .map(known -> types.known(each, known))
                        .orElse(each))
            .toList());
  }

  private Table withKnownTypes(Table table, Table known) {
    Map<String, Column> columns = new HashMap<>();
    known.columns().forEach(column -> columns.put(column.name(), column));
    return table.withColumns(
        table.columns().stream()
            .map(
                column -> {
                  @Nullable Column other = columns.get(column.name());
                  return other == null ? column : withKnownType(column, other);
                })
            .toList());
  }

  /** A type that the model cannot tell is that of the database. */
  private Column withKnownType(Column column, Column known) {
    return column.withType(
        column.type().isUnknown() ? known.type() : types.known(column.type(), known.type()));
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
