package dev.autogen.render.java;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a migration.
 *
 * @param comment what stands above it, or null
 * @param alternative what the comment ends with, or null
 * @param code the expression
 */
record Statement(@Nullable String comment, @Nullable Code alternative, Code code) {

  /** Where statements start: two blanks for the class, two for the method. */
  static final int INDENT = 4;

  private static final String COMMENT = "// ";

  static Statement of(Code code) {
    return new Statement(null, null, code);
  }

  /** A statement under a comment. */
  static Statement of(String comment, Code code) {
    return new Statement(comment, null, code);
  }

  /**
   * The statement as a format of JavaPoet.
   *
   * @param indent the column at which it starts
   */
  String format(int indent) {
    return (comment == null ? "" : commentFormat(comment, indent))
        + (alternative == null ? "" : commentedFormat(alternative, indent))
        + Layout.format(code, indent, ";")
        + "\n";
  }

  /** The same statement under another comment, which ends with what may be written instead. */
  Statement withAlternative(String text, Code other) {
    return new Statement(text, other, code);
  }

  /** The same statement with one more sentence at the beginning of its comment. */
  Statement withSentence(String sentence) {
    return new Statement(comment == null ? sentence : sentence + " " + comment, alternative, code);
  }

  static List<Statement> withFirst(List<Statement> statements, Statement first) {
    List<Statement> result = new ArrayList<>(statements);
    result.set(0, first);
    return result;
  }

  private static String commentedFormat(Code code, int indent) {
    String format = Layout.format(code, indent + COMMENT.length(), ";");
    return COMMENT + format.replace("\n", "\n" + COMMENT) + "\n";
  }

  /** A comment of one or more lines as a format of JavaPoet. */
  static String commentFormat(String text, int indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder("//");
    for (String word : visible(text).split(" ")) {
      if (line.length() > 2 && indent + line.length() + 1 + word.length() > Layout.MAX_WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder("//");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return String.join("\n", lines).replace("$", "$$") + "\n";
  }

  /**
   * Escapes characters that end a comment or are invisible in it, and backslashes, which the
   * compiler reads.
   */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      visible.append(JavaLiteral.isPlain(text, i) ? text.charAt(i) : ' ');
    }
    return visible.toString().replace("\\", "\\\\").strip().replaceAll(" +", " ");
  }
}
