package dev.autogen.operation;

import dev.autogen.schema.CompositeType;
import java.util.List;
import java.util.Optional;

/** Creates a composite type. */
public record CreateComposite(CompositeType type) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new DropComposite(type));
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.type(type.name()));
  }

  @Override
  public List<Member> makes() {
    return List.of(Member.type(type.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
