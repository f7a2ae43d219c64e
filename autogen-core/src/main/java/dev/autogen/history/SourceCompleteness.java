package dev.autogen.history;

import dev.autogen.history.SourceTokens.Kind;
import java.util.Set;

/**
 * Refuses sources that are not complete. If a process was killed or the disk was full while another
 * program wrote a file, the file is empty or cut short. Ignoring it would lose a revision.
 */
final class SourceCompleteness {

  private static final Set<String> TYPES = Set.of("class", "record", "enum", "interface", "module");

  private static final String REMEDY =
      "; restore it from version control, or delete it, and run the command again";

  private SourceCompleteness() {}

  /**
   * Refuses a source that is empty, holds no class or ends within one.
   *
   * @throws BrokenHistory if it is not whole
   */
  static void require(String source, String location) {
    if (source.indexOf('\0') >= 0) {
      throw new BrokenHistory(location + " holds bytes of zero: it was not written whole" + REMEDY);
    }
    if (source.isBlank()) {
      throw new BrokenHistory(location + " is empty: it was not written whole" + REMEDY);
    }
    if (!endsAsFormatted(source)) {
      requireClosed(source, location);
    }
  }

  /** Whether the source has the usual end of a file, which only the end of a class looks like. */
  private static boolean endsAsFormatted(String source) {
    String end = source.stripTrailing();
    return end.endsWith("\n}") && end.contains("class ");
  }

  private static void requireClosed(String source, String location) {
    int depth = 0;
    boolean type = false;
    for (SourceTokens tokens = new SourceTokens(source); tokens.kind() != Kind.END; tokens.next()) {
      type |= tokens.kind() == Kind.WORD && TYPES.contains(tokens.text());
      if (tokens.kind() == Kind.SIGN) {
        depth += tokens.is("{") ? 1 : tokens.is("}") ? -1 : 0;
      }
    }
    if (!type) {
      throw new BrokenHistory(
          location
              + " holds no class: it was not written whole, or all of it is a comment"
              + REMEDY);
    }
    if (depth > 0) {
      throw new BrokenHistory(
          location
              + " ends where "
              + (depth == 1 ? "a brace is" : depth + " braces are")
              + " still open: it was not written whole, or is being edited; close "
              + (depth == 1 ? "it" : "them")
              + ", or restore the file from version control");
    }
  }
}
