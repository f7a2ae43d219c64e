package dev.autogen.operation;

import dev.autogen.schema.Table;
import org.jspecify.annotations.Nullable;

/** Describes an operation in one line of words, for consoles and reports. */
final class Summary implements Operation.Visitor<String> {

  static final Summary VISITOR = new Summary();

  private Summary() {}

  private static String count(Table table) {
    int columns = table.columns().size();
    return columns == 0 ? "" : " (" + columns + (columns == 1 ? " column)" : " columns)");
  }

  private static String comment(@Nullable String from, @Nullable String to) {
    return TableDescription.quoted(from) + " to " + TableDescription.quoted(to);
  }

  @Override
  public String visit(CreateSchema operation) {
    return "create schema " + operation.name();
  }

  @Override
  public String visit(DropSchema operation) {
    return "drop schema " + operation.name();
  }

  @Override
  public String visit(CreateTable operation) {
    return "create table " + operation.table().name() + count(operation.table());
  }

  @Override
  public String visit(DropTable operation) {
    return "drop table " + operation.table().name() + count(operation.table());
  }

  @Override
  public String visit(RenameTable operation) {
    return "rename table " + operation.from() + " to " + operation.to();
  }

  @Override
  public String visit(CommentTable operation) {
    return "comment on table "
        + operation.object()
        + ": "
        + comment(operation.from(), operation.to());
  }

  @Override
  public String visit(AddColumn operation) {
    return "add column " + operation.object() + " " + TableDescription.column(operation.column());
  }

  @Override
  public String visit(DropColumn operation) {
    return "drop column " + operation.object();
  }

  @Override
  public String visit(RenameColumn operation) {
    return "rename column " + operation.object() + " to " + operation.to();
  }

  @Override
  public String visit(AlterColumn operation) {
    return "alter column "
        + operation.object()
        + ": "
        + TableDescription.change(operation.from(), operation.to());
  }

  @Override
  public String visit(Backfill operation) {
    return "fill column " + operation.object() + " where it is null";
  }

  @Override
  public String visit(BackfillInBatches operation) {
    return "change rows of " + operation.object() + " in batches: " + operation.set();
  }

  @Override
  public String visit(Online operation) {
    return operation.change().summary() + " online";
  }

  @Override
  public String visit(CommitEachStep operation) {
    return "commit each step";
  }

  @Override
  public String visit(AddConstraint operation) {
    return "add "
        + TableDescription.constraint(operation.constraint())
        + " to "
        + operation.table();
  }

  @Override
  public String visit(DropConstraint operation) {
    return "drop "
        + TableDescription.constraint(operation.constraint())
        + " of "
        + operation.table();
  }

  @Override
  public String visit(RenameConstraint operation) {
    return "rename constraint " + operation.object() + " to " + operation.to();
  }

  @Override
  public String visit(CreateIndex operation) {
    return "create " + TableDescription.index(operation.index()) + " on " + operation.table();
  }

  @Override
  public String visit(DropIndex operation) {
    return "drop " + TableDescription.index(operation.index()) + " of " + operation.table();
  }

  @Override
  public String visit(RenameIndex operation) {
    return "rename index " + operation.object() + " to " + operation.to();
  }

  @Override
  public String visit(CreateSequence operation) {
    return "create sequence " + operation.object();
  }

  @Override
  public String visit(DropSequence operation) {
    return "drop sequence " + operation.object();
  }

  @Override
  public String visit(AlterSequence operation) {
    return "alter sequence "
        + operation.object()
        + ": "
        + TableDescription.change(operation.from(), operation.to());
  }

  @Override
  public String visit(RenameSequence operation) {
    return "rename sequence " + operation.object() + " to " + operation.to();
  }

  @Override
  public String visit(OwnSequence operation) {
    return "give sequence "
        + operation.object()
        + " to "
        + (operation.to() == null
            ? "no column"
            : operation.to().table() + "." + operation.to().column());
  }

  @Override
  public String visit(CreateEnum operation) {
    return "create enum type " + operation.object() + " " + operation.type().values();
  }

  @Override
  public String visit(DropEnum operation) {
    return "drop enum type " + operation.object();
  }

  @Override
  public String visit(AlterEnum operation) {
    return "alter enum type "
        + operation.object()
        + ": "
        + operation.from().values()
        + " to "
        + operation.to().values();
  }

  @Override
  public String visit(CreateComposite operation) {
    return "create composite type "
        + operation.object()
        + " "
        + TableDescription.attributes(operation.type());
  }

  @Override
  public String visit(DropComposite operation) {
    return "drop composite type " + operation.object();
  }

  @Override
  public String visit(AlterComposite operation) {
    return "alter composite type "
        + operation.object()
        + ": "
        + TableDescription.change(operation.from(), operation.to());
  }

  @Override
  public String visit(RenameType operation) {
    return "rename type " + operation.object() + " to " + operation.to();
  }

  @Override
  public String visit(ExecuteSql operation) {
    return "execute " + operation.sql().strip().lines().findFirst().orElse("");
  }

  @Override
  public String visit(Nothing operation) {
    return "nothing to undo";
  }
}
