package dev.autogen.authoring;

import dev.autogen.text.SqlComment;

/** Long comments of SQL files on several lines. */
final class Wrapped {

  private static final int WIDTH = 97;

  private Wrapped() {}

  /** The text as lines of a comment. */
  static String comment(String text) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
        lines.append(SqlComment.line(line.toString()));
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    return lines.append(SqlComment.line(line.toString())).toString();
  }
}
