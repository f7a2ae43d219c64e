package dev.autogen.operation;

import java.util.List;
import java.util.Optional;

/** Drops an empty schema. */
public record DropSchema(String name) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new CreateSchema(name));
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.schema(name));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
