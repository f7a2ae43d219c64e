package dev.autogen.operation;

import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** Drops a sequence. An increment of 0 means that only the name is known. */
public record DropSequence(Sequence sequence) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return sequence.increment() == 0 ? Optional.empty() : Optional.of(new CreateSequence(sequence));
  }

  @Override
  public Operation completed(Schema before) {
    return sequence.increment() == 0
        ? before.sequence(sequence.name()).map(DropSequence::new).orElse(this)
        : this;
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.sequence(sequence.name()));
  }

  @Override
  public List<Member> takes() {
    return List.of(Member.sequence(sequence.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
