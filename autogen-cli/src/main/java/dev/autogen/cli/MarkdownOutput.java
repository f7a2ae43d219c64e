package dev.autogen.cli;

import dev.autogen.lint.Finding;
import dev.autogen.text.Visible;
import java.util.List;

/** Findings as Markdown, for a comment on a change. */
final class MarkdownOutput {

  private MarkdownOutput() {}

  static String of(List<Finding> findings, int revisions) {
    StringBuilder text = new StringBuilder("## autogen lint\n\n");
    text.append(LintOutput.summary(findings, revisions)).append('\n');
    for (Finding each : findings) {
      text.append("\n### ")
          .append(each.levelWord())
          .append(' ')
          .append(each.code())
          .append(": ")
          .append(escaped(each.object()))
          .append("\n\n`")
          .append(LintOutput.place(each).replace("`", "'"))
          .append("`\n\n")
          .append(escaped(each.message()))
          .append(".\n");
      String measured = LintOutput.measured(each.measured());
      if (!measured.isEmpty()) {
        text.append("\nMeasured: ").append(measured).append(".\n");
      }
      if (!each.rewrite().isEmpty()) {
        text.append("\nInstead:\n\n").append(fenced(each)).append('\n');
      }
    }
    return Visible.lines(text.toString().stripTrailing());
  }

  /** Names and messages are text: nothing in them is a mark, a tag or a link. */
  private static String escaped(String text) {
    return text.replace("\r", " ")
        .replace("\n", " ")
        .replaceAll("([\\\\`*_{}\\[\\]()#+!|<>~@&-])", "\\\\$1");
  }

  private static String fenced(Finding finding) {
    String fence = "```";
    while (finding.rewrite().contains(fence)) {
      fence += "`";
    }
    String language = finding.file().endsWith(".java") ? "java" : "sql";
    return fence + language + "\n" + finding.rewrite() + "\n" + fence;
  }
}
