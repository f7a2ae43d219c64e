package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A table, sequence, type or schema that an operation creates, changes or drops. */
public record ChangedObject(Kind kind, QualifiedName name) {

  /** What it is. */
  public enum Kind {
    SCHEMA,
    TABLE,
    SEQUENCE,
    TYPE
  }

  /** The objects that an operation changes; none for SQL of one's own, which nobody can tell. */
  public static List<ChangedObject> of(Operation operation) {
    return operation.accept(Finder.FINDER);
  }

  /** {@code table users}. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + name;
  }

  private static final class Finder implements Operation.Visitor<List<ChangedObject>> {

    static final Finder FINDER = new Finder();

    private static List<ChangedObject> table(QualifiedName name) {
      return List.of(new ChangedObject(Kind.TABLE, name));
    }

    private static List<ChangedObject> sequence(QualifiedName name) {
      return List.of(new ChangedObject(Kind.SEQUENCE, name));
    }

    private static List<ChangedObject> type(QualifiedName name) {
      return List.of(new ChangedObject(Kind.TYPE, name));
    }

    private static List<ChangedObject> schema(String name) {
      return List.of(new ChangedObject(Kind.SCHEMA, QualifiedName.of(name)));
    }

    @Override
    public List<ChangedObject> visit(Operation.CreateSchema operation) {
      return schema(operation.name());
    }

    @Override
    public List<ChangedObject> visit(Operation.DropSchema operation) {
      return schema(operation.name());
    }

    @Override
    public List<ChangedObject> visit(Operation.CreateTable operation) {
      return table(operation.table().name());
    }

    @Override
    public List<ChangedObject> visit(Operation.DropTable operation) {
      return table(operation.table().name());
    }

    @Override
    public List<ChangedObject> visit(Operation.RenameTable operation) {
      return List.of(
          new ChangedObject(Kind.TABLE, operation.from()),
          new ChangedObject(Kind.TABLE, operation.to()));
    }

    @Override
    public List<ChangedObject> visit(Operation.CommentTable operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.AddColumn operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.DropColumn operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.RenameColumn operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.AlterColumn operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.Backfill operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.AddConstraint operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.DropConstraint operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.RenameConstraint operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.CreateIndex operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.DropIndex operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.RenameIndex operation) {
      return table(operation.table());
    }

    @Override
    public List<ChangedObject> visit(Operation.CreateSequence operation) {
      return sequence(operation.sequence().name());
    }

    @Override
    public List<ChangedObject> visit(Operation.DropSequence operation) {
      return sequence(operation.sequence().name());
    }

    @Override
    public List<ChangedObject> visit(Operation.AlterSequence operation) {
      return sequence(operation.to().name());
    }

    @Override
    public List<ChangedObject> visit(Operation.RenameSequence operation) {
      return Stream.of(operation.from(), operation.to())
          .flatMap(name -> sequence(name).stream())
          .toList();
    }

    @Override
    public List<ChangedObject> visit(Operation.RenameEnum operation) {
      return Stream.of(operation.from(), operation.to())
          .flatMap(name -> type(name).stream())
          .toList();
    }

    @Override
    public List<ChangedObject> visit(Operation.OwnSequence operation) {
      return sequence(operation.sequence());
    }

    @Override
    public List<ChangedObject> visit(Operation.CreateEnum operation) {
      return type(operation.type().name());
    }

    @Override
    public List<ChangedObject> visit(Operation.DropEnum operation) {
      return type(operation.type().name());
    }

    @Override
    public List<ChangedObject> visit(Operation.AlterEnum operation) {
      return type(operation.to().name());
    }

    @Override
    public List<ChangedObject> visit(Operation.ExecuteSql operation) {
      return List.of();
    }

    @Override
    public List<ChangedObject> visit(Operation.Nothing operation) {
      return List.of();
    }
  }
}
