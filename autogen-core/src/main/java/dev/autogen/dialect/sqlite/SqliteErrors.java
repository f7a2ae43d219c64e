package dev.autogen.dialect.sqlite;

/** Writes expressions that fail with a message. */
final class SqliteErrors {

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
}
