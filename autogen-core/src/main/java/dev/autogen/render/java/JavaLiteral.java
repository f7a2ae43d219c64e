package dev.autogen.render.java;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as Java source writes it between quotes. */
final class JavaLiteral {

  private static final Pattern QUOTES = Pattern.compile("\"{3,}");

  private JavaLiteral() {}

  /**
   * Whether a text block keeps every blank: it strips the trailing ones of a line, and takes an
   * escape such as {@code \\u2028} for the blank that it stands for.
   */
  static boolean fitsBlock(String text) {
    return text.chars().noneMatch(c -> c > ' ' && Character.isWhitespace(c));
  }

  /** The inside of a string literal. */
  static String escape(String text) {
    return escape(text, false);
  }

  /** One line of a text block, which keeps its quotes unless three stand together. */
  static String escapeBlockLine(String line) {
    String escaped =
        QUOTES
            .matcher(escape(line, true))
            .replaceAll(run -> Matcher.quoteReplacement("\\\"".repeat(run.group().length())));
    return escaped.endsWith(" ") ? escaped.substring(0, escaped.length() - 1) + "\\s" : escaped;
  }

  private static String escape(String text, boolean block) {
    StringBuilder source = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> source.append("\\\\");
        case '"' -> source.append(block ? "\"" : "\\\"");
        case '\n' -> source.append("\\n");
        case '\r' -> source.append("\\r");
        case '\t' -> source.append("\\t");
        case '\b' -> source.append("\\b");
        case '\f' -> source.append("\\f");
        default -> {
          if (c < ' ' || c == 0x7f) {
            source.append("\\%03o".formatted((int) c));
          } else if (isPlain(text, i)) {
            source.append(c);
          } else {
            source.append("\\u%04x".formatted((int) c));
          }
        }
      }
    }
    return source.toString();
  }

  /**
   * Whether a character can be written in a source as it is. Invisible characters, and those that
   * change the direction of the text, would show a reviewer something else than the compiler reads.
   */
  static boolean isPlain(String text, int index) {
    char c = text.charAt(index);
    if (c >= ' ' && c < 0x7f) {
      return true;
    }
    if (Character.isSurrogate(c)) {
      return Character.isHighSurrogate(c)
          ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
          : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
