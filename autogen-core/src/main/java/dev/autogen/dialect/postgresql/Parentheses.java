package dev.autogen.dialect.postgresql;

/** Parentheses around a whole expression, as the catalog prints them. */
final class Parentheses {

  private Parentheses() {}

  /** The expression without the pairs that enclose all of it. */
  static String strip(String sql) {
    String text = sql.strip();
    while (enclose(text)) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return text;
  }

  private static boolean enclose(String sql) {
    return sql.startsWith("(") && closing(sql, 0) == sql.length() - 1;
  }

  /**
   * Where the parenthesis or bracket at {@code open} is closed, or -1. Literals and quoted names
   * are passed over; the catalog writes quotes within them twice, in {@code E''} literals too.
   */
  static int closing(String sql, int open) {
    int depth = 0;
    for (int i = open; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\'' || c == '"') {
        i = sql.indexOf(c, i + 1);
        if (i < 0) {
          return -1;
        }
      } else if (c == '(' || c == '[') {
        depth++;
      } else if ((c == ')' || c == ']') && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
