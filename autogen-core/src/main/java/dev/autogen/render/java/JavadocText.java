package dev.autogen.render.java;

import java.util.ArrayList;
import java.util.List;

/** The Javadoc of a migration: its message and a note below it, whatever they hold. */
public final class JavadocText {

  private static final int MAX_WIDTH = Layout.MAX_WIDTH;
  private static final String NO_MESSAGE = "empty message";
  private static final String ONE_LINE = "/** %s */\n";

  private JavadocText() {}

  /** The comment with its delimiters, in lines of at most 100 characters where words allow. */
  static String of(String message, String note) {
    String line = oneLine(message);
    String text = line.isEmpty() ? NO_MESSAGE : encode(line);
    if (note.isBlank() && text.length() <= MAX_WIDTH - ONE_LINE.formatted("").length() + 1) {
      return ONE_LINE.formatted(text);
    }
    List<String> lines = new ArrayList<>(List.of("/**"));
    wrap(lines, text);
    if (!note.isBlank()) {
      lines.add(" *");
      wrap(lines, "<p>" + encode(oneLine(note)));
    }
    lines.add(" */");
    return String.join("\n", lines) + "\n";
  }

  /** Text within a comment, in one line. */
  public static String inline(String text) {
    return encode(oneLine(text));
  }

  private static void wrap(List<String> lines, String text) {
    StringBuilder line = new StringBuilder(" *");
    for (String word : text.split(" ")) {
      if (line.length() > 2 && line.length() + 1 + word.length() > MAX_WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(" *");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ").strip();
  }

  /** Characters that end a comment, start a tag or an escape, or that nobody sees, as entities. */
  private static String encode(String text) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '*', '@', '\\' -> html.append("&#").append((int) c).append(';');
        case '#' -> html.append(i > 0 && text.charAt(i - 1) == '#' ? "&#35;" : "#");
        default -> {
          if (JavaLiteral.isPlain(text, i)) {
            html.append(c);
          } else {
            html.append("&#").append((int) c).append(';');
          }
        }
      }
    }
    return html.toString();
  }
}
