package dev.autogen.text;

/** Comments in scripts of SQL. */
public final class SqlComment {

  private SqlComment() {}

  /**
   * A comment with its line end. A client ends it at a carriage return or a line feed, others at
   * whatever Unicode calls a line end, and runs what follows: so it has none, and nothing that
   * hides.
   */
  public static String line(String text) {
    return "-- " + Visible.line(text) + "\n";
  }
}
