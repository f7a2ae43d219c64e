package dev.autogen.comparison;

import dev.autogen.inspect.Inspection;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the schema of types that a model names without one, in the database's search path. Domains
 * and types of extensions are often in a schema of their own.
 */
final class PathTypes {

  private final Map<String, String> schemas;
  private final Set<QualifiedName> own;

  private PathTypes(Map<String, String> schemas, Set<QualifiedName> own) {
    this.schemas = schemas;
    this.own = own;
  }

  /** The model, with a schema added to each type that the database finds in its search path. */
  static Schema qualified(Schema model, Inspection inspection) {
    if (inspection.typesInPath().isEmpty()) {
      return model;
    }
    PathTypes types =
        new PathTypes(inspection.typesInPath(), model.typeNames().collect(Collectors.toSet()));
    return model
        .withTables(model.tables().stream().map(types::table).toList())
        .withCompositeTypes(
            model.compositeTypes().stream()
                .map(
                    type ->
                        type.withAttributes(
                            type.attributes().stream()
                                .map(each -> each.withType(types.qualified(each.type())))
                                .toList()))
                .toList());
  }

  private Table table(Table table) {
    return table.withColumns(table.columns().stream().map(this::column).toList());
  }

  private Column column(Column column) {
    return column.withType(qualified(column.type()));
  }

  private SqlType qualified(SqlType type) {
    String schema = type.schema() == null ? schemas.get(type.name()) : null;
    return schema == null || own.contains(type.qualifiedName())
        ? type
        : type.withName(new QualifiedName(schema, type.name()));
  }
}
