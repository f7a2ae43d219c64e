package dev.autogen.operation;

import dev.autogen.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** Creates a sequence. */
public record CreateSequence(Sequence sequence) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new DropSequence(sequence));
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.sequence(sequence.name()));
  }

  @Override
  public List<Member> makes() {
    return List.of(Member.sequence(sequence.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
