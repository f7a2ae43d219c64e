package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import java.util.Optional;

/** Gives a constraint another name. */
public record RenameConstraint(QualifiedName table, String from, String to)
    implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new RenameConstraint(table, to, from));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
