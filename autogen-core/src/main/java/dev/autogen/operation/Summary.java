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
  public String visit(Operation.CreateSchema operation) {
    return "create schema " + operation.name();
  }

  @Override
  public String visit(Operation.DropSchema operation) {
    return "drop schema " + operation.name();
  }

  @Override
  public String visit(Operation.CreateTable operation) {
    return "create table " + operation.table().name() + count(operation.table());
  }

  @Override
  public String visit(Operation.DropTable operation) {
    return "drop table " + operation.table().name() + count(operation.table());
  }

  @Override
  public String visit(Operation.RenameTable operation) {
    return "rename table " + operation.from() + " to " + operation.to();
  }

  @Override
  public String visit(Operation.CommentTable operation) {
    return "comment on table "
        + operation.object()
        + ": "
        + comment(operation.from(), operation.to());
  }

  @Override
  public String visit(Operation.AddColumn operation) {
    return "add column " + operation.object() + " " + TableDescription.column(operation.column());
  }

  @Override
  public String visit(Operation.DropColumn operation) {
    return "drop column " + operation.object();
  }

  @Override
  public String visit(Operation.RenameColumn operation) {
    return "rename column " + operation.object() + " to " + operation.to();
  }

  @Override
  public String visit(Operation.AlterColumn operation) {
    return "alter column "
        + operation.object()
        + ": "
        + TableDescription.change(operation.from(), operation.to());
  }

  @Override
  public String visit(Operation.Backfill operation) {
    return "fill column " + operation.object() + " where it is null";
  }

  @Override
  public String visit(Operation.AddConstraint operation) {
    return "add "
        + TableDescription.constraint(operation.constraint())
        + " to "
        + operation.table();
  }

  @Override
  public String visit(Operation.DropConstraint operation) {
    return "drop "
        + TableDescription.constraint(operation.constraint())
        + " of "
        + operation.table();
  }

  @Override
  public String visit(Operation.RenameConstraint operation) {
    return "rename constraint " + operation.object() + " to " + operation.to();
  }

  @Override
  public String visit(Operation.CreateIndex operation) {
    return "create " + TableDescription.index(operation.index()) + " on " + operation.table();
  }

  @Override
  public String visit(Operation.DropIndex operation) {
    return "drop " + TableDescription.index(operation.index()) + " of " + operation.table();
  }

  @Override
  public String visit(Operation.RenameIndex operation) {
    return "rename index " + operation.object() + " to " + operation.to();
  }

  @Override
  public String visit(Operation.CreateSequence operation) {
    return "create sequence " + operation.object();
  }

  @Override
  public String visit(Operation.DropSequence operation) {
    return "drop sequence " + operation.object();
  }

  @Override
  public String visit(Operation.AlterSequence operation) {
    return "alter sequence "
        + operation.object()
        + ": "
        + TableDescription.change(operation.from(), operation.to());
  }

  @Override
  public String visit(Operation.RenameSequence operation) {
    return "rename sequence " + operation.object() + " to " + operation.to();
  }

  @Override
  public String visit(Operation.OwnSequence operation) {
    return "give sequence "
        + operation.object()
        + " to "
        + (operation.to() == null
            ? "no column"
            : operation.to().table() + "." + operation.to().column());
  }

  @Override
  public String visit(Operation.CreateEnum operation) {
    return "create enum type " + operation.object() + " " + operation.type().values();
  }

  @Override
  public String visit(Operation.DropEnum operation) {
    return "drop enum type " + operation.object();
  }

  @Override
  public String visit(Operation.AlterEnum operation) {
    return "alter enum type "
        + operation.object()
        + ": "
        + operation.from().values()
        + " to "
        + operation.to().values();
  }

  @Override
  public String visit(Operation.RenameEnum operation) {
    return "rename enum type " + operation.object() + " to " + operation.to();
  }

  @Override
  public String visit(Operation.ExecuteSql operation) {
    return "execute " + operation.sql().strip().lines().findFirst().orElse("");
  }

  @Override
  public String visit(Operation.Nothing operation) {
    return "nothing to undo";
  }
}
