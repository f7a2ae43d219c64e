package dev.autogen.text;

import java.util.stream.Collectors;

/**
 * Makes text of unknown origin safe to show: names, comments, messages of servers and of revisions,
 * contents of files. Characters that move the cursor, are invisible, change the direction or end a
 * line are written as an escape, {@code \u001b}; letters of any language and emoji stay as they
 * are. A line that a build server would take as a command ({@code ::error::}, {@code ##vso[…]}) is
 * changed so that it is none.
 */
public final class Visible {

  private Visible() {}

  /** The text on one line: line ends are written as escapes, too. */
  public static String line(String text) {
    return BuildCommands.harmless(escaped(text));
  }

  /** The text with its line ends. */
  public static String lines(String text) {
    if (text.indexOf('\n') < 0) {
      return line(text);
    }
    StringBuilder lines = new StringBuilder(text.length() + 16);
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      boolean windows = end > start && text.charAt(end - 1) == '\r';
      lines.append(line(text.substring(start, windows ? end - 1 : end))).append('\n');
      start = end + 1;
    }
    return lines.append(line(text.substring(start))).toString();
  }

  /** Java source with the same meaning, in which no line is a command for a build server. */
  public static String source(String java) {
    return java.indexOf("::") < 0 && java.indexOf("##") < 0
        ? java
        : java.lines().map(BuildCommands::harmless).collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * JSON with the same meaning. Its strings have escapes for invisible characters, and for unpaired
   * surrogates, which no file encoding can store.
   */
  public static String json(String json) {
    StringBuilder escaped = new StringBuilder(json.length() + 16);
    for (int i = 0; i < json.length(); ) {
      int c = json.codePointAt(i);
      if (c < 0x7f || HiddenCharacters.isShown(json, i)) {
        escaped.appendCodePoint(c);
      } else {
        for (char unit : Character.toChars(c)) {
          escaped.append("\\u%04x".formatted((int) unit));
        }
      }
      i += Character.charCount(c);
    }
    return BuildCommands.harmless(escaped.toString());
  }

  private static String escaped(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int length = Character.charCount(c);
      if (HiddenCharacters.isShown(text, i)) {
        if (escaped != null) {
          escaped.appendCodePoint(c);
        }
      } else {
        escaped = escaped == null ? new StringBuilder(text.substring(0, i)) : escaped;
        escaped.append(escape(c));
      }
      i += length;
    }
    return escaped == null ? text : escaped.toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> c > 0xffff ? "\\u{%x}".formatted(c) : "\\u%04x".formatted(c);
    };
  }
}
