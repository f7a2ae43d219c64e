package dev.autogen.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param start the first value
 * @param increment the step
 * @param cache how many values a session takes at once; 1 if it takes none in advance
 * @param range the range of its numbers
 * @param owner the column with which the sequence is dropped, or null
 * @param numberedColumns the columns that applications number with it, as far as that is known; no
 *     database records it
 * @param defaultColumns the columns whose defaults use it, by the database's dependencies
 */
public record Sequence(
    QualifiedName name,
    long start,
    long increment,
    long cache,
    NumberRange range,
    @Nullable Owner owner,
    List<Owner> numberedColumns,
    List<Owner> defaultColumns) {

  /** The column that owns a sequence, or is numbered with it. */
  public record Owner(QualifiedName table, String column) {}

  public Sequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(range, "range");
    numberedColumns = List.copyOf(numberedColumns);
    defaultColumns = List.copyOf(defaultColumns);
  }

  /** A sequence without an owner or a cache. */
  public static Sequence of(QualifiedName name, long start, long increment) {
    return new Sequence(
        name, start, increment, 1, NumberRange.unspecified(), null, List.of(), List.of());
  }

  /** The same sequence under another name. */
  public Sequence withName(QualifiedName other) {
    return new Sequence(
        other, start, increment, cache, range, owner, numberedColumns, defaultColumns);
  }

  /** The same sequence with another first value and step. */
  public Sequence from(long first, long step) {
    return new Sequence(name, first, step, cache, range, owner, numberedColumns, defaultColumns);
  }

  /** The same sequence, of which a session takes that many values at once. */
  public Sequence withCache(long other) {
    return new Sequence(
        name, start, increment, other, range, owner, numberedColumns, defaultColumns);
  }

  /** The same sequence in another range. */
  public Sequence withRange(NumberRange other) {
    return new Sequence(
        name, start, increment, cache, other, owner, numberedColumns, defaultColumns);
  }

  /** The same sequence with another owner, or none where that is null. */
  public Sequence withOwner(@Nullable Owner other) {
    return new Sequence(
        name, start, increment, cache, range, other, numberedColumns, defaultColumns);
  }

  /** The same sequence, known to number other columns. */
  public Sequence withNumberedColumns(List<Owner> others) {
    return new Sequence(name, start, increment, cache, range, owner, others, defaultColumns);
  }

  /** The same sequence, used by the defaults of other columns. */
  public Sequence withDefaultColumns(List<Owner> others) {
    return new Sequence(name, start, increment, cache, range, owner, numberedColumns, others);
  }
}
