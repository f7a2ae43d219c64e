package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets the column that owns a sequence, or removes its owner. A sequence is dropped with its owner.
 *
 * @param from the owner as it is, or null
 * @param to the owner as it shall be, or null
 */
public record OwnSequence(
    QualifiedName sequence, Sequence.@Nullable Owner from, Sequence.@Nullable Owner to)
    implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new OwnSequence(sequence, to, from));
  }

  @Override
  public Operation completed(Schema before) {
    return new OwnSequence(
        sequence, before.sequence(sequence).map(Sequence::owner).orElse(from), to);
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.sequence(sequence));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
