package dev.autogen.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param start the first value
 * @param increment the step
 * @param cache how many values a session takes at once; 1 for none in advance
 * @param owner the column that the sequence goes away with, or null
 */
public record Sequence(
    QualifiedName name, long start, long increment, long cache, @Nullable Owner owner) {

  /** The column that owns a sequence. */
  public record Owner(QualifiedName table, String column) {}

  public Sequence {
    Objects.requireNonNull(name, "name");
  }

  /** A sequence without an owner or a cache. */
  public static Sequence of(QualifiedName name, long start, long increment) {
    return new Sequence(name, start, increment, 1, null);
  }

  /** The same sequence with another owner, or none where that is null. */
  public Sequence withOwner(@Nullable Owner other) {
    return new Sequence(name, start, increment, cache, other);
  }
}
