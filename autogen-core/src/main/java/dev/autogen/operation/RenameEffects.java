package dev.autogen.operation;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.sql.SqlWords;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a database itself changes in the objects that use a renamed or dropped table or column. */
final class RenameEffects {

  private final SqlWords words;
  private final RenamedExpressions expressions;
  private final ColumnUses uses;

  RenameEffects(SqlWords words) {
    this.words = words;
    this.expressions = new RenamedExpressions(words);
    this.uses = new ColumnUses(words);
  }

  static Constraint table(Constraint constraint, QualifiedName from, QualifiedName to) {
    return constraint instanceof ForeignKey key && key.referencedTable().equals(from)
        ? key.withReferenced(to, key.referencedColumns())
        : constraint;
  }

  Table column(Table table, String from, String to) {
    List<Column> columns =
        table.columns().stream()
            .map(column -> column.name().equals(from) ? column.withName(to) : column)
            .map(column -> generated(column, sql -> words.renamed(sql, from, to)))
            .toList();
    return table
        .withColumns(columns)
        .withConstraints(
            table.constraints().stream().map(constraint -> column(constraint, from, to)).toList())
        .withIndexes(table.indexes().stream().map(index -> column(index, from, to)).toList())
        .withPartitionedBy(names(table.partitionedBy(), from, to));
  }

  private Constraint column(Constraint constraint, String from, String to) {
    if (constraint instanceof PrimaryKey key) {
      return key.withColumns(names(key.columns(), from, to))
          .withInclude(names(key.include(), from, to));
    } else if (constraint instanceof UniqueConstraint unique) {
      return unique
          .withColumns(names(unique.columns(), from, to))
          .withInclude(names(unique.include(), from, to));
    } else if (constraint instanceof ForeignKey key) {
      return key.withColumns(names(key.columns(), from, to))
          .withOnDelete(key.onDelete(), names(key.onDeleteColumns(), from, to));
    } else if (constraint instanceof CheckConstraint check) {
      return check
          .withColumn(from.equals(check.column()) ? to : check.column())
          .withExpression(words.renamed(check.expression(), from, to));
    }
    return constraint;
  }

  private Index column(Index index, String from, String to) {
    return index
        .withElements(
            index.elements().stream()
                .map(
                    element ->
                        element.expression()
                            ? element.withText(words.renamed(element.text(), from, to))
                            : element.text().equals(from) ? element.withText(to) : element)
                .toList())
        .withInclude(names(index.include(), from, to))
        .withPredicate(
            index.predicate() == null ? null : words.renamed(index.predicate(), from, to));
  }

  static Table referenced(Table table, QualifiedName target, String from, String to) {
    return table.withConstraints(
        table.constraints().stream()
            .map(
                constraint ->
                    constraint instanceof ForeignKey key && key.referencedTable().equals(target)
                        ? key.withReferenced(target, names(key.referencedColumns(), from, to))
                        : constraint)
            .toList());
  }

  /** The table without a column, and without what the database drops together with it. */
  Table withoutColumn(Table table, String name) {
    return new Table(
        table.name(),
        table.columns().stream().filter(column -> !column.name().equals(name)).toList(),
        table.constraints().stream().filter(constraint -> !uses.uses(constraint, name)).toList(),
        table.indexes().stream().filter(index -> !uses.uses(index, name)).toList(),
        table.comment(),
        table.partitionedBy(),
        table.form());
  }

  static List<Sequence> owners(
      List<Sequence> sequences,
      QualifiedName fromTable,
      QualifiedName toTable,
      @Nullable String fromColumn,
      @Nullable String toColumn) {
    UnaryOperator<Sequence.Owner> renamed =
        column -> {
          if (!column.table().equals(fromTable)) {
            return column;
          }
          boolean isRenamed = toColumn != null && column.column().equals(fromColumn);
          return new Sequence.Owner(toTable, isRenamed ? toColumn : column.column());
        };
    return sequences.stream()
        .map(
            sequence ->
                sequence
                    .withOwner(sequence.owner() == null ? null : renamed.apply(sequence.owner()))
                    .withDefaultColumns(sequence.defaultColumns().stream().map(renamed).toList()))
        .toList();
  }

  /** The schema after a rename of a sequence; defaults use the new name. */
  Schema sequence(Schema schema, QualifiedName from, QualifiedName to) {
    UnaryOperator<String> change = sql -> expressions.sequence(sql, from, to);
    return schema
        .withSequences(
            schema.sequences().stream()
                .map(sequence -> sequence.name().equals(from) ? sequence.withName(to) : sequence)
                .toList())
        .withTables(
            schema.tables().stream()
                .map(
                    table ->
                        table.withColumns(
                            table.columns().stream()
                                .map(column -> defaulting(column, change))
                                .toList()))
                .toList());
  }

  private static Column defaulting(Column column, UnaryOperator<String> change) {
    return column.serverDefault() == null
        ? column
        : column.withServerDefault(change.apply(column.serverDefault()));
  }

  /** The schema after a rename of a type; columns, attributes and casts use the new name. */
  Schema type(Schema schema, QualifiedName from, QualifiedName to) {
    UnaryOperator<String> change = sql -> expressions.type(sql, from, to);
    return schema
        .withEnumTypes(
            schema.enumTypes().stream()
                .map(
                    type ->
                        type.name().equals(from)
                            ? new EnumType(to, type.values(), type.stringCasts())
                            : type)
                .toList())
        .withCompositeTypes(
            schema.compositeTypes().stream().map(type -> renamed(type, from, to)).toList())
        .withTables(
            schema.tables().stream().map(table -> ofType(table, from, to, change)).toList());
  }

  private static CompositeType renamed(CompositeType type, QualifiedName from, QualifiedName to) {
    return new CompositeType(
        type.name().equals(from) ? to : type.name(),
        type.attributes().stream()
            .map(
                each ->
                    each.type().qualifiedName().equals(from)
                        ? each.withType(each.type().withName(to))
                        : each)
            .toList(),
        type.comment());
  }

  private static Table ofType(
      Table table, QualifiedName from, QualifiedName to, UnaryOperator<String> change) {
    if (table.columns().stream().noneMatch(each -> each.type().qualifiedName().equals(from))) {
      return table;
    }
    return new Table(
        table.name(),
        table.columns().stream()
            .map(column -> defaulting(column, change))
            .map(column -> generated(column, change))
            .map(
                column ->
                    column.type().qualifiedName().equals(from)
                        ? column.withType(column.type().withName(to))
                        : column)
            .toList(),
        table.constraints().stream()
            .map(
                constraint ->
                    constraint instanceof CheckConstraint check
                        ? check.withExpression(change.apply(check.expression()))
                        : constraint)
            .toList(),
        table.indexes().stream().map(index -> RenamedExpressions.index(index, change)).toList(),
        table.comment(),
        table.partitionedBy(),
        table.form());
  }

  private static List<String> names(List<String> names, String from, String to) {
    return names.stream().map(name -> name.equals(from) ? to : name).toList();
  }

  private static Column generated(Column column, UnaryOperator<String> change) {
    Generated old = column.generated();
    return old == null
        ? column
        : column.withGenerated(new Generated(change.apply(old.expression()), old.stored()));
  }
}
