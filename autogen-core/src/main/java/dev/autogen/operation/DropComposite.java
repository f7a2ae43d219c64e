package dev.autogen.operation;

import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops a composite type. */
public record DropComposite(CompositeType type) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return type.attributes().isEmpty() ? Optional.empty() : Optional.of(new CreateComposite(type));
  }

  @Override
  public Operation completed(Schema before) {
    return type.attributes().isEmpty()
        ? before.compositeType(type.name()).map(DropComposite::new).orElse(this)
        : this;
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.type(type.name()));
  }

  @Override
  public List<Member> takes() {
    return List.of(Member.type(type.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
