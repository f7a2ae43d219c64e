package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** The object that an operation changes, as messages name it. */
final class ObjectName implements Operation.Visitor<String> {

  static final ObjectName VISITOR = new ObjectName();

  private ObjectName() {}

  private static String in(QualifiedName table, @Nullable String member) {
    return member == null ? table.toString() : table + "." + member;
  }

  @Override
  public String visit(Operation.CreateSchema operation) {
    return operation.name();
  }

  @Override
  public String visit(Operation.DropSchema operation) {
    return operation.name();
  }

  @Override
  public String visit(Operation.CreateTable operation) {
    return operation.table().name().toString();
  }

  @Override
  public String visit(Operation.DropTable operation) {
    return operation.table().name().toString();
  }

  @Override
  public String visit(Operation.RenameTable operation) {
    return operation.from().toString();
  }

  @Override
  public String visit(Operation.CommentTable operation) {
    return operation.table().toString();
  }

  @Override
  public String visit(Operation.AddColumn operation) {
    return in(operation.table(), operation.column().name());
  }

  @Override
  public String visit(Operation.DropColumn operation) {
    return in(operation.table(), operation.column().name());
  }

  @Override
  public String visit(Operation.RenameColumn operation) {
    return in(operation.table(), operation.from());
  }

  @Override
  public String visit(Operation.AlterColumn operation) {
    return in(operation.table(), operation.to().name());
  }

  @Override
  public String visit(Operation.Backfill operation) {
    return in(operation.table(), operation.column());
  }

  @Override
  public String visit(Operation.AddConstraint operation) {
    return in(operation.table(), operation.constraint().name());
  }

  @Override
  public String visit(Operation.DropConstraint operation) {
    return in(operation.table(), operation.constraint().name());
  }

  @Override
  public String visit(Operation.RenameConstraint operation) {
    return in(operation.table(), operation.from());
  }

  @Override
  public String visit(Operation.CreateIndex operation) {
    return in(operation.table(), operation.index().name());
  }

  @Override
  public String visit(Operation.DropIndex operation) {
    return in(operation.table(), operation.index().name());
  }

  @Override
  public String visit(Operation.RenameIndex operation) {
    return in(operation.table(), operation.from());
  }

  @Override
  public String visit(Operation.CreateSequence operation) {
    return operation.sequence().name().toString();
  }

  @Override
  public String visit(Operation.DropSequence operation) {
    return operation.sequence().name().toString();
  }

  @Override
  public String visit(Operation.AlterSequence operation) {
    return operation.to().name().toString();
  }

  @Override
  public String visit(Operation.RenameSequence operation) {
    return operation.from().toString();
  }

  @Override
  public String visit(Operation.OwnSequence operation) {
    return operation.sequence().toString();
  }

  @Override
  public String visit(Operation.CreateEnum operation) {
    return operation.type().name().toString();
  }

  @Override
  public String visit(Operation.DropEnum operation) {
    return operation.type().name().toString();
  }

  @Override
  public String visit(Operation.AlterEnum operation) {
    return operation.to().name().toString();
  }

  @Override
  public String visit(Operation.RenameEnum operation) {
    return operation.from().toString();
  }

  @Override
  public String visit(Operation.ExecuteSql operation) {
    return "sql";
  }

  @Override
  public String visit(Operation.Nothing operation) {
    return "";
  }
}
