package dev.autogen.text;

/** Comments in scripts of SQL. */
public final class SqlComment {

  private SqlComment() {}

  /**
   * A comment with its line end. The text is made visible on one line, because a client would run
   * whatever follows a line end. Some clients end a comment at a carriage return or a line feed,
   * others at every line end of Unicode.
   */
  public static String line(String text) {
    return "-- " + Visible.line(text) + "\n";
  }
}
