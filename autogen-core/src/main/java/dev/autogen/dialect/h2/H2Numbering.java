package dev.autogen.dialect.h2;

import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sequences and identities, their usual options, and their SQL (H2 manual, CREATE SEQUENCE). */
final class H2Numbering {

  /** {@code Sequence.DEFAULT_CACHE_SIZE}. */
  private static final long CACHE = 32;

  private static final Map<String, Long> GREATEST =
      Map.of(
          "tinyint", (long) Byte.MAX_VALUE,
          "smallint", (long) Short.MAX_VALUE,
          "integer", (long) Integer.MAX_VALUE,
          "bigint", Long.MAX_VALUE);

  private static final Map<String, String> SERIALS =
      Map.of(
          "smallserial", "smallint",
          "serial2", "smallint",
          "serial", "integer",
          "serial4", "integer",
          "bigserial", "bigint",
          "serial8", "bigint");

  private final H2Names names;

  H2Numbering(H2Names names) {
    this.names = names;
  }

  /** The sequence without options that are the usual ones. */
  static Sequence withoutDefaults(Sequence sequence) {
    NumberRange range = sequence.range();
    String type = type(range.type() == null ? "bigint" : range.type());
    return sequence
        .withCache(isUsual(sequence.cache(), range) ? 1 : sequence.cache())
        .withRange(
            bounds(
                range.withType(type.equals("bigint") ? null : type), type, sequence.increment()));
  }

  /** The identity of a column without options that are the usual ones. */
  static Identity withoutDefaults(Identity identity, SqlType columnType) {
    long increment = Objects.requireNonNullElse(identity.increment(), 1L);
    NumberRange range = bounds(identity.range().withType(null), type(columnType.name()), increment);
    boolean isBound = (increment > 0 ? range.minimum() : range.maximum()) != null;
    Long cache = isUsual(identity.cache(), identity.range()) ? null : identity.cache();
    return identity
        .from(
            isBound ? identity.start() : nullIfDefault(identity.start(), increment > 0 ? 1 : -1),
            nullIfDefault(identity.increment(), 1))
        .withCache(nullIfDefault(cache, 1))
        .withRange(range);
  }

  /** H2 takes fewer numbers in advance where the range has fewer ({@code Sequence}). */
  private static boolean isUsual(@Nullable Long cache, NumberRange range) {
    Long least = range.minimum();
    Long greatest = range.maximum();
    boolean narrow =
        least != null
            && greatest != null
            && greatest - least >= 0
            && greatest - least <= CACHE * 1000;
    return cache == null || cache == CACHE || cache < 1 || (narrow && cache < CACHE);
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
    return H2Types.canonical(SqlType.of(name)).name();
  }

  /** {@code serial} and its kin are other words for an identity. */
  static Column identityOfSerial(Column column) {
    String plain = SERIALS.get(column.type().name());
    if (plain == null || column.type().schema() != null) {
      Identity identity = column.identity();
      return identity != null && identity.kind() == Identity.Kind.SERIAL
          ? column.withIdentity(identity.withKind(Identity.Kind.BY_DEFAULT))
          : column;
    }
    return column
        .withType(SqlType.of(plain))
        .withIdentity(Identity.byDefault())
        .withNullable(false);
  }

  String create(Sequence sequence) {
    return "create sequence "
        + names.quote(sequence.name())
        + " "
        + String.join(" ", options(sequence, "start with " + sequence.start()));
  }

  /** The options, with the clause that says where it starts. */
  List<String> options(Sequence sequence, String start) {
    List<String> words = new ArrayList<>();
    NumberRange range = sequence.range();
    if (range.type() != null) {
      words.add("as " + range.type());
    }
    words.add(start);
    words.add("increment by " + sequence.increment());
    if (range.minimum() != null) {
      words.add("minvalue " + range.minimum());
    } else if (sequence.increment() > 0 && sequence.start() < 1) {
      words.add("minvalue " + sequence.start());
    }
    if (range.maximum() != null) {
      words.add("maxvalue " + range.maximum());
    } else if (sequence.increment() < 0 && sequence.start() > -1) {
      words.add("maxvalue " + sequence.start());
    }
    if (range.cycle()) {
      words.add("cycle");
    }
    if (sequence.cache() != 1) {
      words.add("cache " + sequence.cache());
    }
    return words;
  }

  String alter(Sequence from, Sequence to) {
    List<String> words = new ArrayList<>();
    words.add("alter sequence " + names.quote(to.name()));
    String before = Objects.requireNonNullElse(from.range().type(), "bigint");
    String after = Objects.requireNonNullElse(to.range().type(), "bigint");
    if (!before.equals(after)) {
      words.add("as " + after);
    }
    if (from.start() != to.start()) {
      words.add("start with " + to.start());
    }
    if (from.increment() != to.increment()) {
      words.add("increment by " + to.increment());
    }
    boolean turns = (from.increment() < 0) != (to.increment() < 0);
    bound(words, "minvalue", from.range().minimum(), to.range().minimum(), turns);
    bound(words, "maxvalue", from.range().maximum(), to.range().maximum(), turns);
    if (from.range().cycle() != to.range().cycle()) {
      words.add(to.range().cycle() ? "cycle" : "no cycle");
    }
    if (from.cache() != to.cache()) {
      words.add("cache " + (to.cache() == 1 ? CACHE : to.cache()));
    }
    return String.join(" ", words);
  }

  private static void bound(
      List<String> words, String word, @Nullable Long from, @Nullable Long to, boolean always) {
    if (always || !Objects.equals(from, to)) {
      words.add(to == null ? "no " + word : word + " " + to);
    }
  }

  /** An identity behind the type of a column. */
  String identity(Identity identity) {
    List<String> options = identityOptions(identity);
    return (identity.kind() == Identity.Kind.ALWAYS ? "generated always" : "generated by default")
        + " as identity"
        + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
  }

  private static List<String> identityOptions(Identity identity) {
    List<String> options = new ArrayList<>();
    if (identity.start() != null) {
      options.add("start with " + identity.start());
    }
    if (identity.increment() != null) {
      options.add("increment by " + identity.increment());
    }
    if (identity.range().minimum() != null) {
      options.add("minvalue " + identity.range().minimum());
    }
    if (identity.range().maximum() != null) {
      options.add("maxvalue " + identity.range().maximum());
    }
    if (identity.range().cycle()) {
      options.add("cycle");
    }
    if (identity.cache() != null) {
      options.add("cache " + identity.cache());
    } else if (identity.increment() != null && identity.increment() < 0) {
      options.add("cache " + CACHE); // H2 computes a wrong one from a range without an end
    }
    return options;
  }

  /** The changed options of an identity, each a clause of {@code ALTER COLUMN}. */
  List<String> changes(Identity from, Identity to) {
    List<String> clauses = new ArrayList<>();
    if (from.kind() != to.kind()) {
      clauses.add("set generated " + (to.kind() == Identity.Kind.ALWAYS ? "always" : "by default"));
    }
    List<String> options = new ArrayList<>();
    if (!Objects.equals(from.increment(), to.increment())) {
      options.add("set increment by " + Objects.requireNonNullElse(to.increment(), 1L));
    }
    bound(options, "minvalue", from.range().minimum(), to.range().minimum(), false);
    bound(options, "maxvalue", from.range().maximum(), to.range().maximum(), false);
    if (from.range().cycle() != to.range().cycle()) {
      options.add(to.range().cycle() ? "cycle" : "no cycle");
    }
    if (!Objects.equals(from.cache(), to.cache())) {
      options.add("cache " + Objects.requireNonNullElse(to.cache(), CACHE));
    }
    options.forEach(each -> clauses.add(each.startsWith("set ") ? each : "set " + each));
    return clauses;
  }

  /** The number with which an identity begins. */
  static long first(Identity identity) {
    if (identity.start() != null) {
      return identity.start();
    }
    boolean down = identity.increment() != null && identity.increment() < 0;
    Long end = down ? identity.range().maximum() : identity.range().minimum();
    return end == null ? (down ? -1 : 1) : end;
  }

  /**
   * Sets a sequence one step past the largest number: Hibernate takes as many numbers at a time as
   * the sequence's increment, and the value that it gets is the last of them ({@code
   * PooledOptimizer}).
   */
  String continued(Sequence sequence) {
    String largest =
        sequence.numberedColumns().stream()
            .map(
                owner ->
                    "(select coalesce(max("
                        + names.quote(owner.column())
                        + ") + "
                        + sequence.increment()
                        + ", "
                        + sequence.start()
                        + ") from "
                        + names.quote(owner.table())
                        + ")")
            .collect(Collectors.joining(", "));
    return "alter sequence "
        + names.quote(sequence.name())
        + " restart with greatest("
        + sequence.start()
        + ", "
        + largest
        + ")";
  }
}
