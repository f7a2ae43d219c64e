package dev.autogen.migration;

import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;

/**
 * A sequence as the author of a migration writes it; from 1 in steps of 1 unless told otherwise.
 */
public record SequenceDefinition(Sequence sequence) {

  /** Starts at that number. */
  public SequenceDefinition start(long number) {
    return new SequenceDefinition(sequence.from(number, sequence.increment()));
  }

  /** In steps of that size. */
  public SequenceDefinition increment(long step) {
    return new SequenceDefinition(sequence.from(sequence.start(), step));
  }

  /** A session takes that many numbers at once. */
  public SequenceDefinition cache(long numbers) {
    return new SequenceDefinition(sequence.withCache(numbers));
  }

  /** Numbers of that type, rather than {@code bigint}. */
  public SequenceDefinition type(SqlType type) {
    return new SequenceDefinition(sequence.withRange(sequence.range().withType(type.toString())));
  }

  /** No number is less. */
  public SequenceDefinition minValue(long minimum) {
    return new SequenceDefinition(sequence.withRange(sequence.range().withMinimum(minimum)));
  }

  /** No number is greater. */
  public SequenceDefinition maxValue(long maximum) {
    return new SequenceDefinition(sequence.withRange(sequence.range().withMaximum(maximum)));
  }

  /** Begins again behind the last number. */
  public SequenceDefinition cycle() {
    return new SequenceDefinition(sequence.withRange(sequence.range().withCycle(true)));
  }
}
