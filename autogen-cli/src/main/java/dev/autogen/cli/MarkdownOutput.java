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
          .append(MarkdownText.escaped(each.object()))
          .append("\n\n")
          .append(MarkdownText.code(LintOutput.place(each)))
          .append("\n\n")
          .append(MarkdownText.escaped(each.message()))
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

  private static String fenced(Finding finding) {
    String language = finding.file().endsWith(".java") ? "java" : "sql";
    return MarkdownText.fenced(finding.rewrite(), language).stripTrailing();
  }
}
