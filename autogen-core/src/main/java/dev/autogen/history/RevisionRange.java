package dev.autogen.history;

import dev.autogen.schema.AutogenException;

/**
 * A range of revisions as it is typed: {@code a:b}, {@code a:}, {@code :b}, {@code -3:current}.
 *
 * @param start the symbol before the colon; {@code base} where there is none
 * @param end the symbol after it; {@code heads} where there is none
 */
public record RevisionRange(String start, String end) {

  /** Whether a symbol is a range. */
  public static boolean isRange(String text) {
    return text.indexOf(':') >= 0;
  }

  /**
   * Takes a range apart.
   *
   * @throws AutogenException if the text is no range
   */
  public static RevisionRange parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
      throw AutogenException.usage(
          "'" + text + "' is not a range of revisions; write START:END, START: or :END");
    }
    String start = text.substring(0, colon).strip();
    String end = text.substring(colon + 1).strip();
    return new RevisionRange(start.isEmpty() ? "base" : start, end.isEmpty() ? "heads" : end);
  }
}
