package dev.autogen.operation;

import java.util.List;
import java.util.Optional;

/** Lets each operation that follows commit by itself, so that no lock outlives its statement. */
public record CommitEachStep() implements Operation {
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
