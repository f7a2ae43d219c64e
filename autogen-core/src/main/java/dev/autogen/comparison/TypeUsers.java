package dev.autogen.comparison;

import dev.autogen.diff.Comparison;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the tables that use a type, in any schema, with or without an entity. When the type
 * changes, their columns change too.
 */
public final class TypeUsers {

  private TypeUsers() {}

  /** The enum types that a comparison changes, in its upgrade or downgrade. */
  public static Set<QualifiedName> types(Comparison comparison) {
    return Stream.concat(comparison.upgrade().stream(), comparison.downgrade().stream())
        .flatMap(operation -> operation.alteredType().stream())
        .collect(Collectors.toSet());
  }

  /** The tables of a schema that use one of the types, also as a part of a composite type. */
  public static List<Table> of(Schema schema, Set<QualifiedName> changed) {
    Set<QualifiedName> types = new HashSet<>(changed);
    changed.forEach(
        type -> schema.compositeTypesOver(type).forEach(each -> types.add(each.name())));
    return schema.tables().stream()
        .filter(
            table ->
                table.columns().stream()
                    .anyMatch(column -> types.contains(column.type().qualifiedName())))
        .toList();
  }

  /** A part of a schema, plus the tables of the whole schema that use one of the types. */
  static Schema added(Schema part, Schema whole, Set<QualifiedName> types) {
    List<Table> users =
        of(whole, types).stream().filter(table -> part.table(table.name()).isEmpty()).toList();
    if (users.isEmpty()) {
      return part;
    }
    Set<QualifiedName> tables = new HashSet<>();
    Stream.concat(part.tables().stream(), users.stream())
        .forEach(table -> tables.add(table.name()));
    Set<QualifiedName> used = new HashSet<>();
    users.stream()
        .flatMap(table -> table.columns().stream())
        .map(Column::type)
        .forEach(type -> addWithParts(type.qualifiedName(), whole, used));
    Set<String> namespaces = new HashSet<>(part.namespaces());
    users.stream()
        .map(table -> table.name().schema())
        .filter(schema -> schema != null)
        .forEach(namespaces::add);
    return new Schema(
        namespaces.stream().sorted().toList(),
        joined(part.tables(), users.stream().map(table -> withoutOthers(table, tables)).toList()),
        joined(
            part.sequences(),
            whole.sequences().stream()
                .filter(sequence -> part.sequence(sequence.name()).isEmpty())
                .filter(sequence -> numbersOneOf(sequence, users))
                .toList()),
        joined(
            part.enumTypes(),
            whole.enumTypes().stream()
                .filter(type -> part.enumType(type.name()).isEmpty())
                .filter(type -> used.contains(type.name()))
                .toList()),
        joined(
            part.compositeTypes(),
            whole.compositeTypes().stream()
                .filter(type -> part.compositeType(type.name()).isEmpty())
                .filter(type -> used.contains(type.name()))
                .toList()));
  }

  private static void addWithParts(QualifiedName type, Schema schema, Set<QualifiedName> types) {
    if (types.add(type)) {
      schema.compositeType(type).stream()
          .flatMap(found -> found.attributes().stream())
          .forEach(each -> addWithParts(each.type().qualifiedName(), schema, types));
    }
  }

  private static boolean numbersOneOf(Sequence sequence, List<Table> tables) {
    return Stream.concat(Stream.ofNullable(sequence.owner()), sequence.defaultColumns().stream())
        .anyMatch(column -> tables.stream().anyMatch(table -> table.name().equals(column.table())));
  }

  private static Table withoutOthers(Table table, Set<QualifiedName> tables) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.removeIf(
        constraint ->
            constraint instanceof ForeignKey key && !tables.contains(key.referencedTable()));
    return table.withConstraints(constraints);
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
