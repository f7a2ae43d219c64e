package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import java.util.Optional;

/** Gives an index another name. */
public record RenameIndex(QualifiedName table, String from, String to) implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new RenameIndex(table, to, from));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
