package dev.autogen.model.exported;

import dev.autogen.schema.NumberRange;
import org.jspecify.annotations.Nullable;

/** The options of a sequence that are compared (PostgreSQL manual, CREATE SEQUENCE). */
record SequenceOptions(
    @Nullable Long start, @Nullable Long increment, @Nullable Long cache, NumberRange range) {

  static SequenceOptions of(TokenReader in) {
    @Nullable Long start = null;
    @Nullable Long increment = null;
    @Nullable Long cache = null;
    NumberRange range = NumberRange.unspecified();
    while (!in.atEnd()) {
      if (in.accept("start")) {
        in.accept("with");
        start = number(in);
      } else if (in.accept("increment")) {
        in.accept("by");
        increment = number(in);
      } else if (in.accept("cache")) {
        cache = number(in);
      } else if (in.accept("as")) {
        range = range.withType(in.name());
      } else if (in.accept("minvalue")) {
        range = range.withMinimum(number(in));
      } else if (in.accept("maxvalue")) {
        range = range.withMaximum(number(in));
      } else if (in.accept("cycle")) {
        range = range.withCycle(true);
      } else if (!in.accept("no", "minvalue")
          && !in.accept("no", "maxvalue")
          && !in.accept("no", "cycle")) {
        in.next();
      }
    }
    return new SequenceOptions(start, increment, cache, range);
  }

  private static Long number(TokenReader in) {
    boolean negative = in.acceptSymbol('-');
    in.acceptSymbol('+');
    long value = Long.parseLong(in.next().text());
    return negative ? -value : value;
  }
}
