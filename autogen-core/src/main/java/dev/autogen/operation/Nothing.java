package dev.autogen.operation;

import java.util.List;
import java.util.Optional;

/** Does nothing: the inverse of an operation that needs none. */
public record Nothing() implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(this);
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
