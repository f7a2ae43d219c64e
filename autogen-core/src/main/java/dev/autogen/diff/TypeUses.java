package dev.autogen.diff;

import dev.autogen.schema.CompositeType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the types that the columns of a schema use. */
final class TypeUses {

  private final Schema schema;
  private final Set<QualifiedName> used = new HashSet<>();

  private TypeUses(Schema schema) {
    this.schema = schema;
  }

  /** The types of columns, and those of the attributes of their composite types. */
  static Set<QualifiedName> of(Schema schema) {
    TypeUses uses = new TypeUses(schema);
    schema.tables().stream()
        .flatMap(table -> table.columns().stream())
        .forEach(column -> uses.add(column.type().qualifiedName()));
    return uses.used;
  }

  /** The types of columns, and those of some composite types beside them. */
  static Set<QualifiedName> of(Schema schema, List<CompositeType> more) {
    Set<QualifiedName> used = new HashSet<>(of(schema));
    more.stream()
        .flatMap(type -> type.attributes().stream())
        .forEach(attribute -> used.add(attribute.type().qualifiedName()));
    return used;
  }

  private void add(QualifiedName type) {
    if (used.add(type)) {
      schema.compositeType(type).stream()
          .flatMap(found -> found.attributes().stream())
          .forEach(attribute -> add(attribute.type().qualifiedName()));
    }
  }
}
