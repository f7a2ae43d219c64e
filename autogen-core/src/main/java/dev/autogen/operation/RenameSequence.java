package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Gives a sequence another name; it keeps its current number. */
public record RenameSequence(QualifiedName from, QualifiedName to) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new RenameSequence(to, from));
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.sequence(from), ChangedObject.sequence(to));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
