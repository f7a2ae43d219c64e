package dev.autogen.lint;

import dev.autogen.sql.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Where the statements of a migration stand in a file of SQL. */
public final class SqlLines {

  private final String text;
  private final int first;
  private final List<Integer> lines = new ArrayList<>();

  /**
   * The lines of a part of a file.
   *
   * @param text the part
   * @param first the line in the file on which it begins
   */
  public SqlLines(String text, int first, TextRules rules) {
    this.text = text;
    this.first = first;
    int from = 0;
    for (String statement : rules.statements(text)) {
      int at = Math.max(from, text.indexOf(statement, from));
      String begins = rules.afterComments(statement);
      lines.add(line(at + statement.length() - begins.length()));
      from = at + statement.length();
    }
  }

  private SqlLines(String text, int first) {
    this.text = text;
    this.first = first;
  }

  /** A part of a file that is not SQL: all its statements stand on its first line. */
  public static SqlLines none(String text, int first) {
    return new SqlLines(text, first);
  }

  private int line(int offset) {
    return first + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** The line of a statement, counted from 0; of the first one where there are not so many. */
  int of(int statement) {
    return statement >= 0 && statement < lines.size() ? lines.get(statement) : first;
  }

  /** What comments accept, each for the statement behind it. */
  List<Acceptance> acceptances() {
    List<Acceptance> found = new ArrayList<>();
    Matcher comment = Acceptance.COMMENT.matcher(text);
    while (comment.find()) {
      int line = line(comment.start());
      int statement = 0;
      while (statement < lines.size() && lines.get(statement) <= line) {
        statement++;
      }
      // Calls are counted from 1, and each statement of such a file is a call.
      int call = lines.isEmpty() ? Acceptance.ANY : statement + 1;
      found.add(Acceptance.of(comment.group(1), comment.group(2), line, call));
    }
    return found;
  }
}
