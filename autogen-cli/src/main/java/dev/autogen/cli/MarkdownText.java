package dev.autogen.cli;

/** Text of others in Markdown: nothing in it is a mark, a tag or a link. */
final class MarkdownText {

  private MarkdownText() {}

  /** A text on one line. */
  static String escaped(String text) {
    return text.replace("\r", " ")
        .replace("\n", " ")
        .replaceAll("([\\\\`*_{}\\[\\]()#+!|<>~@&-])", "\\\\$1");
  }

  /** A text within a line in the letters of a program. */
  static String code(String text) {
    return "`" + text.replace("`", "'").replace("\r", " ").replace("\n", " ") + "`";
  }

  /** A block in the letters of a program; its fence is longer than any within it. */
  static String fenced(String text, String language) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + text + "\n" + fence + "\n";
  }
}
