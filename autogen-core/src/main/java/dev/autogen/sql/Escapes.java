package dev.autogen.sql;

/** Resolves the escapes in a quoted text. */
final class Escapes {

  private Escapes() {}

  /**
   * The text with each doubled quote as one, and with backslash escapes resolved where the database
   * has them.
   */
  static String resolved(String text, char quote, boolean backslashes) {
    StringBuilder resolved = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = i + 1 < text.length() && (c == quote || backslashes && c == '\\');
      if (!pair) {
        resolved.append(c);
      } else {
        char next = text.charAt(++i);
        resolved.append(c == '\\' ? character(next) : next);
      }
    }
    return resolved.toString();
  }

  private static char character(char escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }
}
