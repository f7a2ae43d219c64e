package dev.autogen.dialect.sqlite;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes expressions that fail with a message. */
final class SqliteErrors {

  private static final Pattern RAISED =
      Pattern.compile("(?s)(?:bad JSON path: |JSON path error near )'(.*)'");

  private SqliteErrors() {}

  /**
   * An expression that makes its statement fail: SQLite repeats a path that is none ({@code
   * json_extract}), and raises errors of one's own only in triggers.
   *
   * @param message an SQL expression
   */
  static String raised(String message) {
    return "json_extract('{}', " + message + ")";
  }

  /** The message that such an expression gave. */
  static Optional<String> raisedMessage(String words) {
    Matcher raised = RAISED.matcher(words);
    return raised.matches() ? Optional.of(raised.group(1).replace("''", "'")) : Optional.empty();
  }
}
