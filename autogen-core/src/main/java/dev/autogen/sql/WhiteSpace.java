package dev.autogen.sql;

/** White space and comments. */
record WhiteSpace(String sql, CommentRules rules) {

  /**
   * The offset where white space and comments end that begin at an offset; the same offset if there
   * are none.
   */
  int end(int start) {
    int at = start;
    while (at < sql.length()) {
      int end = endOfOne(at);
      if (end == at) {
        return at;
      }
      at = end;
    }
    return at;
  }

  private int endOfOne(int at) {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      return at + 1;
    } else if (isLine(at, c)) {
      return endOfLine(at);
    }
    return c == '/' && sql.startsWith("/*", at) ? endOfComment(at) : at;
  }

  private boolean isLine(int at, char c) {
    if (c == '#') {
      return rules.hash();
    }
    return c == '-'
        && sql.startsWith("--", at)
        && (!rules.dashesNeedBlank()
            || at + 2 >= sql.length()
            || Character.isWhitespace(sql.charAt(at + 2)));
  }

  /** The end of a line comment. A server also ends it at a carriage return. */
  private int endOfLine(int start) {
    int at = start;
    while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private int endOfComment(int start) {
    int depth = 1;
    int at = start + 2;
    while (depth > 0 && at < sql.length()) {
      if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else if (rules.nested() && sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else {
        at++;
      }
    }
    return at;
  }
}
