package dev.autogen.model.ddl;

import org.jspecify.annotations.Nullable;

/** The options of a sequence that are compared (PostgreSQL manual, CREATE SEQUENCE). */
record SequenceOptions(@Nullable Long start, @Nullable Long increment, @Nullable Long cache) {

  static SequenceOptions of(String text) {
    TokenReader in = new TokenReader(text, "");
    @Nullable Long start = null;
    @Nullable Long increment = null;
    @Nullable Long cache = null;
    while (!in.atEnd()) {
      if (in.accept("start")) {
        in.accept("with");
        start = number(in);
      } else if (in.accept("increment")) {
        in.accept("by");
        increment = number(in);
      } else if (in.accept("cache")) {
        cache = number(in);
      } else {
        in.next();
      }
    }
    return new SequenceOptions(start, increment, cache);
  }

  private static Long number(TokenReader in) {
    boolean negative = in.acceptSymbol('-');
    in.acceptSymbol('+');
    long value = Long.parseLong(in.next().text());
    return negative ? -value : value;
  }
}
