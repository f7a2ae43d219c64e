package dev.autogen.operation;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops an enum type. */
public record DropEnum(EnumType type) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return type.values().isEmpty() ? Optional.empty() : Optional.of(new CreateEnum(type));
  }

  @Override
  public Operation completed(Schema before) {
    return type.values().isEmpty()
        ? before.enumType(type.name()).map(DropEnum::new).orElse(this)
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
