package dev.autogen.diff;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.sql.SqlWords;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a schema that the settings let a comparison see: no ignored table, sequence, type or
 * column, and nothing that rests on an ignored column.
 *
 * <p>All constraints and indexes are included: one of another name may match an ignored one.
 * Ignored ones are left out later, when they are matched.
 */
final class ComparedSchema {

  private final Selection selection;
  private final SqlWords words;
  private final Set<QualifiedName> existing = new HashSet<>();

  private ComparedSchema(Selection selection, Schema actual, SqlWords words) {
    this.selection = selection;
    this.words = words;
    actual.tables().forEach(table -> existing.add(table.name()));
  }

  /**
   * The part of a schema that is compared.
   *
   * @param actual the database; foreign keys may still point to its ignored tables
   */
  static Schema of(Schema schema, Selection selection, Schema actual, SqlWords words) {
    return selection.isEverything()
        ? schema
        : new ComparedSchema(selection, actual, words).apply(schema);
  }

  private Schema apply(Schema schema) {
    return new Schema(
        schema.namespaces().stream().filter(selection::isNamespaceCompared).toList(),
        schema.tables().stream()
            .filter(table -> selection.isCompared(ObjectKind.TABLE, table.name()))
            .map(this::members)
            .toList(),
        schema.sequences().stream()
            .filter(sequence -> selection.isCompared(ObjectKind.SEQUENCE, sequence.name()))
            .toList(),
        schema.enumTypes().stream()
            .filter(type -> selection.isCompared(ObjectKind.TYPE, type.name()))
            .toList(),
        schema.compositeTypes().stream()
            .filter(type -> selection.isCompared(ObjectKind.TYPE, type.name()))
            .toList());
  }

  private Table members(Table table) {
    List<String> gone =
        table.columns().stream()
            .map(Column::name)
            .filter(name -> !selection.isColumnCompared(table.name(), name))
            .toList();
    return table
        .withColumns(
            table.columns().stream().filter(column -> !gone.contains(column.name())).toList())
        .withConstraints(table.constraints().stream().filter(each -> isWhole(each, gone)).toList())
        .withIndexes(table.indexes().stream().filter(index -> isWhole(index, gone)).toList());
  }

  private boolean isWhole(Constraint constraint, List<String> gone) {
    if (constraint instanceof PrimaryKey key) {
      return isApart(key.columns(), gone);
    } else if (constraint instanceof UniqueConstraint unique) {
      return isApart(unique.columns(), gone);
    } else if (constraint instanceof ForeignKey key) {
      return isApart(key.columns(), gone) && isReachable(key);
    } else if (constraint instanceof CheckConstraint check) {
      return gone.stream().noneMatch(name -> words.mentions(check.expression(), name));
    }
    return true;
  }

  /**
   * Whether a foreign key can be compared: its table is compared or exists in the database, and no
   * referenced column is ignored.
   */
  private boolean isReachable(ForeignKey key) {
    return (selection.isCompared(ObjectKind.TABLE, key.referencedTable())
            || existing.contains(key.referencedTable()))
        && key.referencedColumns().stream()
            .allMatch(name -> selection.isColumnCompared(key.referencedTable(), name));
  }

  private static boolean isApart(List<String> columns, List<String> gone) {
    return columns.stream().noneMatch(gone::contains);
  }

  private boolean isWhole(Index index, List<String> gone) {
    return isApart(index.include(), gone)
        && index.elements().stream()
            .noneMatch(
                key ->
                    key.expression()
                        ? gone.stream().anyMatch(name -> words.mentions(key.text(), name))
                        : gone.contains(key.text()))
        && (index.predicate() == null
            || gone.stream().noneMatch(name -> words.mentions(index.predicate(), name)));
  }
}
