package dev.autogen.operation;

import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** Changes start, increment or cache of a sequence. */
public record AlterSequence(Sequence from, Sequence to) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return from.increment() == 0 ? Optional.empty() : Optional.of(new AlterSequence(to, from));
  }

  @Override
  public Operation completed(Schema before) {
    return from.increment() == 0
        ? before.sequence(to.name()).map(found -> new AlterSequence(found, to)).orElse(this)
        : this;
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.sequence(to.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
