package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import org.jspecify.annotations.Nullable;

/** Removes the default schema's name from a schema whose entities name it explicitly. */
public final class DefaultSchema {

  private final String name;

  private DefaultSchema(String name) {
    this.name = name;
  }

  /** The schema with {@code public.users} as {@code users}, where {@code name} is public. */
  public static Schema unqualified(Schema schema, @Nullable String name) {
    return name == null ? schema : new DefaultSchema(name).apply(schema);
  }

  private Schema apply(Schema schema) {
    return new Schema(
        schema.namespaces().stream().filter(namespace -> !namespace.equals(name)).toList(),
        schema.tables().stream().map(this::table).toList(),
        schema.sequences().stream().map(this::sequence).toList(),
        schema.enumTypes().stream()
            .map(type -> new EnumType(name(type.name()), type.values(), type.stringCasts()))
            .toList(),
        schema.compositeTypes().stream().map(this::compositeType).toList());
  }

  private CompositeType compositeType(CompositeType type) {
    return new CompositeType(
        name(type.name()),
        type.attributes().stream().map(each -> each.withType(type(each.type()))).toList(),
        type.comment());
  }

  private SqlType type(SqlType type) {
    return name.equals(type.schema()) ? type.withName(QualifiedName.of(type.name())) : type;
  }

  private QualifiedName name(QualifiedName qualified) {
    return name.equals(qualified.schema()) ? QualifiedName.of(qualified.name()) : qualified;
  }

  private Table table(Table table) {
    return new Table(
        name(table.name()),
        table.columns().stream().map(this::column).toList(),
        table.constraints().stream().map(this::constraint).toList(),
        table.indexes(),
        table.comment(),
        table.partitionedBy(),
        table.form());
  }

  private Column column(Column column) {
    return column.withType(type(column.type()));
  }

  private Constraint constraint(Constraint constraint) {
    if (!(constraint instanceof ForeignKey key)) {
      return constraint;
    }
    return key.withReferenced(name(key.referencedTable()), key.referencedColumns());
  }

  private Sequence sequence(Sequence sequence) {
    Sequence.Owner owner = sequence.owner();
    return sequence
        .withName(name(sequence.name()))
        .withOwner(owner == null ? null : owner(owner))
        .withNumberedColumns(sequence.numberedColumns().stream().map(this::owner).toList())
        .withDefaultColumns(sequence.defaultColumns().stream().map(this::owner).toList());
  }

  private Sequence.Owner owner(Sequence.Owner owner) {
    return new Sequence.Owner(name(owner.table()), owner.column());
  }
}
