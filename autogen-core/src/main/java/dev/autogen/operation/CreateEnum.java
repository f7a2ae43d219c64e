package dev.autogen.operation;

import dev.autogen.schema.EnumType;
import java.util.List;
import java.util.Optional;

/** Creates an enum type. */
public record CreateEnum(EnumType type) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new DropEnum(type));
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
