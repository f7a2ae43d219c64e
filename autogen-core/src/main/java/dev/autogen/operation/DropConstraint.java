package dev.autogen.operation;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.NamedConstraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops a constraint of a table. */
public record DropConstraint(QualifiedName table, Constraint constraint) implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return constraint instanceof NamedConstraint
        ? Optional.empty()
        : Optional.of(new AddConstraint(table, constraint));
  }

  @Override
  public Operation completed(Schema before) {
    if (!(constraint instanceof NamedConstraint named)) {
      return this;
    }
    return before.table(table).stream()
        .flatMap(found -> found.constraints().stream())
        .filter(found -> named.name().equals(found.name()))
        .findFirst()
        .<Operation>map(found -> new DropConstraint(table, found))
        .orElse(this);
  }

  @Override
  public List<Member> takes() {
    return List.of(Member.constraint(table, constraint.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
