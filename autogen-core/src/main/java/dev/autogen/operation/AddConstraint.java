package dev.autogen.operation;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Adds a constraint to a table. */
public record AddConstraint(QualifiedName table, Constraint constraint) implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new DropConstraint(table, constraint));
  }

  @Override
  public List<Member> makes() {
    return List.of(Member.constraint(table, constraint.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
