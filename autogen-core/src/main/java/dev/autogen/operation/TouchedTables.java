package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables whose rows operations can change, or fail on. */
public final class TouchedTables implements Operation.Visitor<Optional<Set<QualifiedName>>> {

  private final Schema before;

  private TouchedTables(Schema before) {
    this.before = before;
  }

  /**
   * The tables by their names before and after; empty where SQL among them may reach any.
   *
   * @param before the schema before the operations
   */
  public static Optional<Set<QualifiedName>> of(List<Operation> operations, Schema before) {
    TouchedTables visitor = new TouchedTables(before);
    Set<QualifiedName> touched = new HashSet<>();
    for (Operation operation : operations) {
      Optional<Set<QualifiedName>> tables = operation.accept(visitor);
      if (tables.isEmpty()) {
        return Optional.empty();
      }
      touched.addAll(tables.get());
    }
    return Optional.of(touched);
  }

  private Optional<Set<QualifiedName>> having(QualifiedName type) {
    return Optional.of(
        before.tables().stream()
            .filter(
                table ->
                    table.columns().stream()
                        .anyMatch(column -> column.type().qualifiedName().equals(type)))
            .map(table -> table.name())
            .collect(Collectors.toSet()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.CreateSchema operation) {
    return Optional.of(Set.of());
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.DropSchema operation) {
    return Optional.of(Set.of());
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.CreateTable operation) {
    return Optional.of(Set.of(operation.table().name()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.DropTable operation) {
    return Optional.of(Set.of(operation.table().name()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.RenameTable operation) {
    return Optional.of(Set.of(operation.from(), operation.to()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.CommentTable operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.AddColumn operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.DropColumn operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.RenameColumn operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.AlterColumn operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.Backfill operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.AddConstraint operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.DropConstraint operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.RenameConstraint operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.CreateIndex operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.DropIndex operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.RenameIndex operation) {
    return Optional.of(Set.of(operation.table()));
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.CreateSequence operation) {
    return Optional.of(Set.of());
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.DropSequence operation) {
    return Optional.of(Set.of());
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.AlterSequence operation) {
    return Optional.of(Set.of());
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.RenameSequence operation) {
    return Optional.of(Set.of());
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.OwnSequence operation) {
    return Optional.of(Set.of());
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.CreateEnum operation) {
    return Optional.of(Set.of());
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.DropEnum operation) {
    return having(operation.type().name());
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.AlterEnum operation) {
    return having(operation.from().name());
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.RenameEnum operation) {
    return having(operation.from());
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.ExecuteSql operation) {
    return Optional.empty();
  }

  @Override
  public Optional<Set<QualifiedName>> visit(Operation.Nothing operation) {
    return Optional.of(Set.of());
  }
}
