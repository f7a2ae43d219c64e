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
  public String visit(CreateSchema operation) {
    return operation.name();
  }

  @Override
  public String visit(DropSchema operation) {
    return operation.name();
  }

  @Override
  public String visit(CreateTable operation) {
    return operation.table().name().toString();
  }

  @Override
  public String visit(DropTable operation) {
    return operation.table().name().toString();
  }

  @Override
  public String visit(RenameTable operation) {
    return operation.from().toString();
  }

  @Override
  public String visit(CommentTable operation) {
    return operation.table().toString();
  }

  @Override
  public String visit(AddColumn operation) {
    return in(operation.table(), operation.column().name());
  }

  @Override
  public String visit(DropColumn operation) {
    return in(operation.table(), operation.column().name());
  }

  @Override
  public String visit(RenameColumn operation) {
    return in(operation.table(), operation.from());
  }

  @Override
  public String visit(AlterColumn operation) {
    return in(operation.table(), operation.to().name());
  }

  @Override
  public String visit(Backfill operation) {
    return in(operation.table(), operation.column());
  }

  @Override
  public String visit(BackfillInBatches operation) {
    return operation.table().toString();
  }

  @Override
  public String visit(Online operation) {
    return operation.change().object();
  }

  @Override
  public String visit(CommitEachStep operation) {
    return "";
  }

  @Override
  public String visit(AddConstraint operation) {
    return in(operation.table(), operation.constraint().name());
  }

  @Override
  public String visit(DropConstraint operation) {
    return in(operation.table(), operation.constraint().name());
  }

  @Override
  public String visit(RenameConstraint operation) {
    return in(operation.table(), operation.from());
  }

  @Override
  public String visit(CreateIndex operation) {
    return in(operation.table(), operation.index().name());
  }

  @Override
  public String visit(DropIndex operation) {
    return in(operation.table(), operation.index().name());
  }

  @Override
  public String visit(RenameIndex operation) {
    return in(operation.table(), operation.from());
  }

  @Override
  public String visit(CreateSequence operation) {
    return operation.sequence().name().toString();
  }

  @Override
  public String visit(DropSequence operation) {
    return operation.sequence().name().toString();
  }

  @Override
  public String visit(AlterSequence operation) {
    return operation.to().name().toString();
  }

  @Override
  public String visit(RenameSequence operation) {
    return operation.from().toString();
  }

  @Override
  public String visit(OwnSequence operation) {
    return operation.sequence().toString();
  }

  @Override
  public String visit(CreateEnum operation) {
    return operation.type().name().toString();
  }

  @Override
  public String visit(DropEnum operation) {
    return operation.type().name().toString();
  }

  @Override
  public String visit(AlterEnum operation) {
    return operation.to().name().toString();
  }

  @Override
  public String visit(CreateComposite operation) {
    return operation.type().name().toString();
  }

  @Override
  public String visit(DropComposite operation) {
    return operation.type().name().toString();
  }

  @Override
  public String visit(AlterComposite operation) {
    return operation.to().name().toString();
  }

  @Override
  public String visit(RenameType operation) {
    return operation.from().toString();
  }

  @Override
  public String visit(ExecuteSql operation) {
    return "sql";
  }

  @Override
  public String visit(Nothing operation) {
    return "";
  }
}
