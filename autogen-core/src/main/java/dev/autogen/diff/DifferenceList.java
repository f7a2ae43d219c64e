package dev.autogen.diff;

import dev.autogen.diff.MemberPairs.Member;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.AlterComposite;
import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.AlterSequence;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.BackfillInBatches;
import dev.autogen.operation.ColumnUses;
import dev.autogen.operation.CommentTable;
import dev.autogen.operation.CommitEachStep;
import dev.autogen.operation.CreateComposite;
import dev.autogen.operation.CreateEnum;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropComposite;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropEnum;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.DropSchema;
import dev.autogen.operation.DropSequence;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Nothing;
import dev.autogen.operation.Online;
import dev.autogen.operation.Operation;
import dev.autogen.operation.OwnSequence;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameConstraint;
import dev.autogen.operation.RenameIndex;
import dev.autogen.operation.RenameSequence;
import dev.autogen.operation.RenameTable;
import dev.autogen.operation.RenameType;
import dev.autogen.operation.TableDescription;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.SqlWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the differences of database and model in the operations that a comparison proposes. What is
 * only a consequence is left out: a constraint that is dropped with its table, or created again as
 * it was because its column changes.
 */
final class DifferenceList implements Operation.Visitor<List<Difference>> {

  /** A column by its table and name. */
  private record ColumnName(QualifiedName table, String name) {}

  private final List<Difference> differences = new ArrayList<>();
  private final List<Member> wanted = new ArrayList<>();
  private final List<Member> unwanted = new ArrayList<>();
  private final Map<ColumnName, AddColumn> added = new LinkedHashMap<>();
  private final Map<ColumnName, DropColumn> dropped = new LinkedHashMap<>();
  private final Set<QualifiedName> whole = new HashSet<>();
  private final SqlWords words;

  private DifferenceList(SqlWords words) {
    this.words = words;
  }

  /** The differences, tables before columns before constraints and indexes. */
  static List<Difference> of(List<Operation> operations, SqlWords words) {
    DifferenceList list = new DifferenceList(words);
    MergedColumnChanges.of(operations)
        .forEach(operation -> list.differences.addAll(operation.accept(list)));
    list.addColumns();
    list.addMembers();
    return list.differences;
  }

  private void addColumns() {
    for (AddColumn add : added.values()) {
      DropColumn drop = dropped.get(new ColumnName(add.table(), add.column().name()));
      differences.add(column(add.table(), add.column().name(), add, drop));
    }
    for (DropColumn drop : dropped.values()) {
      if (!added.containsKey(new ColumnName(drop.table(), drop.column().name()))) {
        differences.add(column(drop.table(), drop.column().name(), null, drop));
      }
    }
  }

  private static Difference column(
      QualifiedName table, String name, @Nullable AddColumn add, @Nullable DropColumn drop) {
    return new Difference(
        DifferenceKind.COLUMN,
        table,
        name,
        add == null ? null : TableDescription.column(add.column()),
        drop == null ? null : TableDescription.column(drop.column()),
        add,
        drop);
  }

  private void addMembers() {
    for (MemberPairs.Pair pair : MemberPairs.of(wanted, unwanted, words)) {
      Member model = pair.wanted();
      Member database = pair.unwanted();
      Member either = Objects.requireNonNull(database == null ? model : database);
      if (whole.contains(either.table()) || (model == null && goesWithColumn(either))) {
        continue;
      }
      differences.add(
          new Difference(
              pair.kind(),
              either.table(),
              either.name(),
              model == null ? null : model.words(),
              database == null ? null : database.words(),
              model == null ? null : model.operation(),
              database == null ? null : database.operation()));
    }
  }

  /** Whether a constraint or index is dropped because one of its columns is. */
  private boolean goesWithColumn(Member member) {
    return dropped.keySet().stream()
        .anyMatch(
            column ->
                column.table().equals(member.table())
                    && member.uses(column.name(), new ColumnUses(words)));
  }

  private static List<Difference> object(
      DifferenceKind kind,
      QualifiedName name,
      @Nullable String model,
      @Nullable String database,
      Operation operation) {
    return List.of(
        model == null
            ? new Difference(kind, name, null, null, database, null, operation)
            : new Difference(kind, name, null, model, database, operation, null));
  }

  @Override
  public List<Difference> visit(CreateSchema operation) {
    QualifiedName name = QualifiedName.of(operation.name());
    return object(DifferenceKind.SCHEMA, name, "a schema", null, operation);
  }

  @Override
  public List<Difference> visit(DropSchema operation) {
    QualifiedName name = QualifiedName.of(operation.name());
    return object(DifferenceKind.SCHEMA, name, null, "a schema", operation);
  }

  @Override
  public List<Difference> visit(CreateTable operation) {
    QualifiedName name = operation.table().name();
    whole.add(name);
    String text = TableDescription.table(operation.table());
    return object(DifferenceKind.TABLE, name, text, null, operation);
  }

  @Override
  public List<Difference> visit(DropTable operation) {
    QualifiedName name = operation.table().name();
    whole.add(name);
    String text = TableDescription.table(operation.table());
    return object(DifferenceKind.TABLE, name, null, text, operation);
  }

  @Override
  public List<Difference> visit(CommentTable operation) {
    return List.of(
        new Difference(
            DifferenceKind.COMMENT,
            operation.table(),
            null,
            operation.to(),
            operation.from(),
            operation,
            null));
  }

  @Override
  public List<Difference> visit(AddColumn operation) {
    added.put(new ColumnName(operation.table(), operation.column().name()), operation);
    return List.of();
  }

  @Override
  public List<Difference> visit(DropColumn operation) {
    dropped.put(new ColumnName(operation.table(), operation.column().name()), operation);
    return List.of();
  }

  @Override
  public List<Difference> visit(AlterColumn operation) {
    return ColumnProperties.differences(operation);
  }

  @Override
  public List<Difference> visit(BackfillInBatches operation) {
    return List.of();
  }

  @Override
  public List<Difference> visit(Online operation) {
    return operation.change().accept(this);
  }

  @Override
  public List<Difference> visit(CommitEachStep operation) {
    return List.of();
  }

  @Override
  public List<Difference> visit(AddConstraint operation) {
    wanted.add(Member.of(operation));
    return List.of();
  }

  @Override
  public List<Difference> visit(DropConstraint operation) {
    unwanted.add(Member.of(operation));
    return List.of();
  }

  @Override
  public List<Difference> visit(CreateIndex operation) {
    wanted.add(Member.of(operation));
    return List.of();
  }

  @Override
  public List<Difference> visit(DropIndex operation) {
    unwanted.add(Member.of(operation));
    return List.of();
  }

  @Override
  public List<Difference> visit(RenameConstraint operation) {
    return renamed(operation.table(), operation.from(), operation.to(), operation);
  }

  @Override
  public List<Difference> visit(RenameIndex operation) {
    return renamed(operation.table(), operation.from(), operation.to(), operation);
  }

  private static List<Difference> renamed(
      QualifiedName table, String from, String to, Operation operation) {
    return List.of(new Difference(DifferenceKind.NAME, table, from, to, from, operation, null));
  }

  @Override
  public List<Difference> visit(CreateSequence operation) {
    QualifiedName name = operation.sequence().name();
    String text = TableDescription.sequence(operation.sequence());
    return object(DifferenceKind.SEQUENCE, name, text, null, operation);
  }

  @Override
  public List<Difference> visit(DropSequence operation) {
    QualifiedName name = operation.sequence().name();
    String text = TableDescription.sequence(operation.sequence());
    return object(DifferenceKind.SEQUENCE, name, null, text, operation);
  }

  @Override
  public List<Difference> visit(AlterSequence operation) {
    return object(
        DifferenceKind.SEQUENCE,
        operation.to().name(),
        TableDescription.sequence(operation.to()),
        TableDescription.sequence(operation.from()),
        operation);
  }

  @Override
  public List<Difference> visit(CreateEnum operation) {
    QualifiedName name = operation.type().name();
    String text = TableDescription.values(operation.type());
    return object(DifferenceKind.ENUM_TYPE, name, text, null, operation);
  }

  @Override
  public List<Difference> visit(DropEnum operation) {
    QualifiedName name = operation.type().name();
    String text = TableDescription.values(operation.type());
    return object(DifferenceKind.ENUM_TYPE, name, null, text, operation);
  }

  @Override
  public List<Difference> visit(AlterEnum operation) {
    return object(
        DifferenceKind.ENUM_TYPE,
        operation.to().name(),
        TableDescription.values(operation.to()),
        TableDescription.values(operation.from()),
        operation);
  }

  @Override
  public List<Difference> visit(CreateComposite operation) {
    QualifiedName name = operation.type().name();
    String text = TableDescription.attributes(operation.type());
    return object(DifferenceKind.COMPOSITE_TYPE, name, text, null, operation);
  }

  @Override
  public List<Difference> visit(DropComposite operation) {
    QualifiedName name = operation.type().name();
    String text = TableDescription.attributes(operation.type());
    return object(DifferenceKind.COMPOSITE_TYPE, name, null, text, operation);
  }

  @Override
  public List<Difference> visit(AlterComposite operation) {
    return object(
        DifferenceKind.COMPOSITE_TYPE,
        operation.to().name(),
        TableDescription.attributes(operation.to()),
        TableDescription.attributes(operation.from()),
        operation);
  }

  @Override
  public List<Difference> visit(RenameTable operation) {
    return List.of();
  }

  @Override
  public List<Difference> visit(RenameColumn operation) {
    return List.of();
  }

  @Override
  public List<Difference> visit(RenameSequence operation) {
    return List.of();
  }

  @Override
  public List<Difference> visit(RenameType operation) {
    return List.of();
  }

  @Override
  public List<Difference> visit(OwnSequence operation) {
    return List.of();
  }

  @Override
  public List<Difference> visit(Backfill operation) {
    return List.of();
  }

  @Override
  public List<Difference> visit(ExecuteSql operation) {
    return List.of();
  }

  @Override
  public List<Difference> visit(Nothing operation) {
    return List.of();
  }
}
