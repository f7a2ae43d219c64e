package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Gives a table another name. */
public record RenameTable(QualifiedName from, QualifiedName to) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new RenameTable(to, from));
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.table(from), ChangedObject.table(to));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
