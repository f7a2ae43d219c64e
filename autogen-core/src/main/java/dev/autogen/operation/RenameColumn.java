package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import java.util.Optional;

/** Gives a column another name. */
public record RenameColumn(QualifiedName table, String from, String to) implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new RenameColumn(table, to, from));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
