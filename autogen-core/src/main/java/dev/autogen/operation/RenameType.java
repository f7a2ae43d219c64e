package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Gives an enum or composite type another name; columns keep their values. */
public record RenameType(QualifiedName from, QualifiedName to) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new RenameType(to, from));
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.type(from), ChangedObject.type(to));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
