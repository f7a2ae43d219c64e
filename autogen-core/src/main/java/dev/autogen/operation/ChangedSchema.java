package dev.autogen.operation;

import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableSource.Renamed;
import dev.autogen.sql.SqlWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Computes the schema after an operation. */
final class ChangedSchema implements Operation.Visitor<Schema> {

  private final Schema schema;
  private final RenameEffects effects;

  ChangedSchema(Schema schema, SqlWords words) {
    this.schema = schema;
    this.effects = new RenameEffects(words);
  }

  @Override
  public Schema visit(CreateSchema operation) {
    return schema.namespaces().contains(operation.name())
        ? schema
        : schema.withNamespaces(with(schema.namespaces(), operation.name()));
  }

  @Override
  public Schema visit(DropSchema operation) {
    return schema.withNamespaces(
        schema.namespaces().stream().filter(name -> !name.equals(operation.name())).toList());
  }

  @Override
  public Schema visit(CreateTable operation) {
    return schema.withTables(with(schema.tables(), operation.table()));
  }

  @Override
  public Schema visit(DropTable operation) {
    QualifiedName name = operation.table().name();
    return schema
        .withTables(without(schema.tables(), name, Table::name))
        .withSequences(
            schema.sequences().stream()
                .filter(sequence -> !isOwnedBy(sequence, name, null))
                .toList());
  }

  @Override
  public Schema visit(RenameTable operation) {
    return schema
        .withTables(
            schema.tables().stream()
                .map(table -> renamed(table, operation.from(), operation.to()))
                .map(
                    table ->
                        SourceEffects.renamed(
                            table, new Renamed(operation.from(), null, operation.to().name())))
                .toList())
        .withSequences(
            RenameEffects.owners(schema.sequences(), operation.from(), operation.to(), null, null));
  }

  private static Table renamed(Table table, QualifiedName from, QualifiedName to) {
    Table result = table.name().equals(from) ? table.withName(to) : table;
    return result.withConstraints(
        result.constraints().stream()
            .map(constraint -> RenameEffects.table(constraint, from, to))
            .toList());
  }

  @Override
  public Schema visit(CommentTable operation) {
    return change(operation.table(), table -> table.withComment(operation.to()));
  }

  @Override
  public Schema visit(AddColumn operation) {
    return change(
        operation.table(), table -> table.withColumns(with(table.columns(), operation.column())));
  }

  @Override
  public Schema visit(DropColumn operation) {
    String name = operation.column().name();
    return change(operation.table(), table -> effects.withoutColumn(table, name))
        .withSequences(
            schema.sequences().stream()
                .filter(sequence -> !isOwnedBy(sequence, operation.table(), name))
                .toList());
  }

  @Override
  public Schema visit(RenameColumn operation) {
    String from = operation.from();
    String to = operation.to();
    List<Table> tables =
        schema.tables().stream()
            .map(
                table ->
                    RenameEffects.referenced(
                        table.name().equals(operation.table())
                            ? effects.column(table, from, to)
                            : table,
                        operation.table(),
                        from,
                        to))
            .map(table -> SourceEffects.renamed(table, new Renamed(operation.table(), from, to)))
            .toList();
    return schema
        .withTables(tables)
        .withSequences(
            RenameEffects.owners(
                schema.sequences(), operation.table(), operation.table(), from, to));
  }

  @Override
  public Schema visit(AlterColumn operation) {
    String name = operation.to().name();
    Schema changed =
        change(
            operation.table(),
            table ->
                table.withColumns(replace(table.columns(), name, Column::name, operation.to())));
    return losesNumbering(operation)
        ? changed.withSequences(
            schema.sequences().stream()
                .filter(
                    sequence ->
                        !isOwnedBy(sequence, operation.table(), name)
                            || isSerial(operation.from().identity())
                                != sequence.defaultColumns().contains(sequence.owner()))
                .toList())
        : changed;
  }

  /** Whether the column loses the sequence of its identity or serial type. */
  private static boolean losesNumbering(AlterColumn operation) {
    Identity from = operation.from().identity();
    Identity to = operation.to().identity();
    return from != null && (to == null || isSerial(from) != isSerial(to));
  }

  private static boolean isSerial(@Nullable Identity identity) {
    return identity != null && identity.kind() == Identity.Kind.SERIAL;
  }

  @Override
  public Schema visit(Backfill operation) {
    return schema;
  }

  @Override
  public Schema visit(BackfillInBatches operation) {
    return schema;
  }

  @Override
  public Schema visit(Online operation) {
    return operation.change().accept(this);
  }

  @Override
  public Schema visit(CommitEachStep operation) {
    return schema;
  }

  @Override
  public Schema visit(AddConstraint operation) {
    return change(
        operation.table(),
        table -> table.withConstraints(with(table.constraints(), operation.constraint())));
  }

  @Override
  public Schema visit(DropConstraint operation) {
    Constraint dropped = operation.constraint();
    return change(
        operation.table(),
        table ->
            table.withConstraints(
                table.constraints().stream()
                    .filter(
                        constraint ->
                            dropped.name() == null
                                ? !constraint.equals(dropped)
                                : !dropped.name().equals(constraint.name()))
                    .toList()));
  }

  @Override
  public Schema visit(RenameConstraint operation) {
    return change(
        operation.table(),
        table ->
            table.withConstraints(
                table.constraints().stream()
                    .map(
                        constraint ->
                            operation.from().equals(constraint.name())
                                ? constraint.withName(operation.to())
                                : constraint)
                    .toList()));
  }

  @Override
  public Schema visit(CreateIndex operation) {
    return change(
        operation.table(), table -> table.withIndexes(with(table.indexes(), operation.index())));
  }

  @Override
  public Schema visit(DropIndex operation) {
    return change(
        operation.table(),
        table ->
            table.withIndexes(
                table.indexes().stream()
                    .filter(index -> !Objects.equals(index.name(), operation.index().name()))
                    .toList()));
  }

  @Override
  public Schema visit(RenameIndex operation) {
    return change(
        operation.table(),
        table ->
            table.withIndexes(
                table.indexes().stream()
                    .map(
                        index ->
                            operation.from().equals(index.name())
                                ? index.withName(operation.to())
                                : index)
                    .toList()));
  }

  @Override
  public Schema visit(CreateSequence operation) {
    return schema.withSequences(with(schema.sequences(), operation.sequence()));
  }

  @Override
  public Schema visit(DropSequence operation) {
    return schema.withSequences(
        without(schema.sequences(), operation.sequence().name(), Sequence::name));
  }

  @Override
  public Schema visit(AlterSequence operation) {
    Sequence to = operation.to();
    return schema.withSequences(replace(schema.sequences(), to.name(), Sequence::name, to));
  }

  @Override
  public Schema visit(RenameSequence operation) {
    return effects.sequence(schema, operation.from(), operation.to());
  }

  @Override
  public Schema visit(OwnSequence operation) {
    return schema.withSequences(
        schema.sequences().stream()
            .map(
                sequence ->
                    sequence.name().equals(operation.sequence())
                        ? sequence.withOwner(operation.to())
                        : sequence)
            .toList());
  }

  @Override
  public Schema visit(CreateEnum operation) {
    return schema.withEnumTypes(with(schema.enumTypes(), operation.type()));
  }

  @Override
  public Schema visit(DropEnum operation) {
    return schema.withEnumTypes(
        without(schema.enumTypes(), operation.type().name(), EnumType::name));
  }

  @Override
  public Schema visit(AlterEnum operation) {
    EnumType to = operation.to();
    return schema.withEnumTypes(replace(schema.enumTypes(), to.name(), EnumType::name, to));
  }

  @Override
  public Schema visit(CreateComposite operation) {
    return schema.withCompositeTypes(with(schema.compositeTypes(), operation.type()));
  }

  @Override
  public Schema visit(DropComposite operation) {
    return schema.withCompositeTypes(
        without(schema.compositeTypes(), operation.type().name(), CompositeType::name));
  }

  @Override
  public Schema visit(AlterComposite operation) {
    CompositeType to = operation.to();
    return schema.withCompositeTypes(
        replace(schema.compositeTypes(), to.name(), CompositeType::name, to));
  }

  @Override
  public Schema visit(RenameType operation) {
    return effects.type(schema, operation.from(), operation.to());
  }

  @Override
  public Schema visit(ExecuteSql operation) {
    return schema;
  }

  @Override
  public Schema visit(Nothing operation) {
    return schema;
  }

  private Schema change(QualifiedName name, UnaryOperator<Table> change) {
    return schema.withTables(
        schema.tables().stream()
            .map(
                table ->
                    table.name().equals(name) ? SourceEffects.changed(change.apply(table)) : table)
            .toList());
  }

  private static boolean isOwnedBy(
      Sequence sequence, QualifiedName table, @Nullable String column) {
    return sequence.owner() != null
        && sequence.owner().table().equals(table)
        && (column == null || sequence.owner().column().equals(column));
  }

  private static <T> List<T> with(List<T> list, T added) {
    List<T> result = new ArrayList<>(list);
    result.add(added);
    return result;
  }

  private static <T, K> List<T> without(List<T> list, K key, Function<T, K> keyOf) {
    return list.stream().filter(item -> !keyOf.apply(item).equals(key)).toList();
  }

  private static <T, K> List<T> replace(List<T> list, K key, Function<T, K> keyOf, T other) {
    return list.stream().map(item -> keyOf.apply(item).equals(key) ? other : item).toList();
  }
}
