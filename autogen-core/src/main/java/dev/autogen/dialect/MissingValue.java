package dev.autogen.dialect;

import dev.autogen.operation.Backfill;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a backfill without an expression says when it meets a row that needs a value. */
public final class MissingValue {

  private static final String WORDS =
      " has no value in existing rows: give op.backfill its SQL expression in the migration";

  private static final Pattern SAID = Pattern.compile("([^'\"]+)" + Pattern.quote(WORDS));

  private MissingValue() {}

  /** The message. */
  public static String message(Backfill operation) {
    return operation.object() + WORDS;
  }

  /** The message within other words; empty if it is not there. */
  public static Optional<String> in(String words) {
    Matcher said = SAID.matcher(words);
    return said.find() ? Optional.of(said.group()) : Optional.empty();
  }
}
