package dev.autogen.dialect.postgresql;

import dev.autogen.schema.Identity;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The default options of sequences (PostgreSQL manual, CREATE SEQUENCE). */
final class SequenceDefaults {

  private static final Map<String, Long> GREATEST =
      Map.of(
          "smallint", (long) Short.MAX_VALUE,
          "integer", (long) Integer.MAX_VALUE,
          "bigint", Long.MAX_VALUE);

  private SequenceDefaults() {}

  /** The sequence without options that are the default. */
  static Sequence withoutDefaults(Sequence sequence) {
    NumberRange range = sequence.range();
    String type = type(range.type() == null ? "bigint" : range.type());
    return sequence.withRange(
        bounds(range.withType(type.equals("bigint") ? null : type), type, sequence.increment()));
  }

  /** The identity of a column without options that are the default. */
  static Identity withoutDefaults(Identity identity, SqlType columnType) {
    long increment = Objects.requireNonNullElse(identity.increment(), 1L);
    NumberRange range = bounds(identity.range().withType(null), type(columnType.name()), increment);
    boolean isBound = (increment > 0 ? range.minimum() : range.maximum()) != null;
    return identity
        .from(
            isBound ? identity.start() : nullIfDefault(identity.start(), increment > 0 ? 1 : -1),
            nullIfDefault(identity.increment(), 1))
        .withCache(nullIfDefault(identity.cache(), 1))
        .withRange(range);
  }

  /** Whether a sequence is what {@code serial} makes for a column of that type. */
  static boolean isPlain(Sequence sequence, SqlType columnType) {
    NumberRange range = sequence.range();
    String type = range.type() == null ? "bigint" : range.type();
    return sequence.start() == 1
        && sequence.increment() == 1
        && sequence.cache() == 1
        && type.equals(columnType.name())
        && bounds(range.withType(null), type, 1).equals(NumberRange.unspecified());
  }

  private static NumberRange bounds(NumberRange range, String type, long increment) {
    long end = GREATEST.getOrDefault(type, Long.MAX_VALUE);
    return range
        .withMinimum(nullIfDefault(range.minimum(), increment > 0 ? 1 : -end - 1))
        .withMaximum(nullIfDefault(range.maximum(), increment > 0 ? end : -1));
  }

  private static @Nullable Long nullIfDefault(@Nullable Long value, long usual) {
    return value == null || value == usual ? null : value;
  }

  private static String type(String name) {
    return TypeNames.canonical(SqlType.of(name)).name();
  }
}
