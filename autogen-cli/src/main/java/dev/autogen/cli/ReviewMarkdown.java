package dev.autogen.cli;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.lint.Finding;
import dev.autogen.operation.Operation;
import dev.autogen.review.ReviewedRevision;
import dev.autogen.review.Verdict;
import dev.autogen.text.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A review as Markdown, for a comment on a change: the verdict first, then the answers to what a
 * reviewer asks, then the details, folded.
 */
final class ReviewMarkdown {

  /** What GitHub takes as a comment, less some room. */
  private static final int LONGEST = 60_000;

  /** More operations than that are folded. */
  private static final int OPEN_OPERATIONS = 30;

  private final ReviewedRevision revision;

  private ReviewMarkdown(ReviewedRevision revision) {
    this.revision = revision;
  }

  static String of(List<ReviewedRevision> reviewed) {
    String whole = Visible.lines(text(reviewed, true));
    return whole.length() <= LONGEST ? whole : shortened(reviewed);
  }

  private static String shortened(List<ReviewedRevision> reviewed) {
    String brief =
        Visible.lines(text(reviewed, false))
            + "\nThe details are left out, because a comment holds no more: 'autogen review"
            + " --format json' has them.\n";
    return brief.length() <= LONGEST
        ? brief
        : brief.substring(0, brief.lastIndexOf('\n', LONGEST))
            + "\n\nThe rest is left out, because a comment holds no more: 'autogen review"
            + " --format json' has it.\n";
  }

  private static String text(List<ReviewedRevision> reviewed, boolean details) {
    if (reviewed.isEmpty()) {
      return "## autogen review\n\nThere is nothing to review.";
    }
    Verdict worst =
        reviewed.stream()
            .map(ReviewedRevision::verdict)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    StringBuilder text = new StringBuilder("## autogen review: " + worst.words() + "\n");
    for (ReviewedRevision each : reviewed) {
      text.append('\n').append(new ReviewMarkdown(each).section(details));
    }
    return text.toString().stripTrailing();
  }

  private String section(boolean details) {
    ReviewAnswers answers = new ReviewAnswers(revision);
    StringBuilder text = new StringBuilder();
    text.append("### ")
        .append(MarkdownText.escaped(revision.script().message()))
        .append(": ")
        .append(revision.verdict().words())
        .append("\n\n")
        .append(MarkdownText.code(revision.script().id() + " in " + revision.file()))
        .append("\n\n| | |\n|---|---|\n");
    row(text, "What changes?", answers.changes());
    row(text, "What is lost?", answers.lost());
    row(text, "Who waits?", answers.waits());
    row(text, "Was it tried?", answers.tried());
    row(text, "How do I go back?", answers.back());
    revision
        .remarks()
        .forEach(line -> text.append('\n').append(MarkdownText.escaped(line)).append('\n'));
    if (details) {
      operations(text);
      findings(text);
      folded(text, "SQL of the upgrade", sql(revision.upgrade()));
      folded(text, "SQL of the downgrade", sql(revision.downgrade()));
      rows(text);
      text.append(ReviewDiagram.of(revision));
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String question, String answer) {
    text.append("| **")
        .append(question)
        .append("** | ")
        .append(MarkdownText.escaped(answer))
        .append(" |\n");
  }

  private void operations(StringBuilder text) {
    Map<String, List<Operation>> tables = new LinkedHashMap<>();
    for (Operation each : revision.operations()) {
      String table =
          each.changes().stream().map(Object::toString).findFirst().orElse(each.object());
      tables.computeIfAbsent(table, key -> new ArrayList<>()).add(each);
    }
    String list =
        tables.values().stream()
            .flatMap(List::stream)
            .map(
                each ->
                    "- "
                        + MarkdownText.escaped(each.summary())
                        + (each.losesData() ? " (**values are lost**)" : ""))
            .collect(Collectors.joining("\n"));
    if (revision.operations().size() > OPEN_OPERATIONS) {
      folded(text, revision.operations().size() + " operations", list + "\n");
    } else if (!list.isEmpty()) {
      text.append('\n').append(list).append('\n');
    }
  }

  private void findings(StringBuilder text) {
    for (Finding each : revision.warnings()) {
      text.append("\n- **")
          .append(each.levelWord())
          .append(' ')
          .append(each.code())
          .append("** ")
          .append(MarkdownText.code(each.file() + ":" + each.line()))
          .append(": ")
          .append(MarkdownText.escaped(each.message()));
      String measured = LintOutput.measured(each.measured());
      text.append(measured.isEmpty() ? "" : " (" + MarkdownText.escaped(measured) + ")")
          .append('\n');
      if (!each.rewrite().isEmpty()) {
        folded(text, "instead", MarkdownText.fenced(each.rewrite(), language(each)));
      }
    }
  }

  private static String language(Finding finding) {
    return finding.file().endsWith(".java") ? "java" : "sql";
  }

  private static String sql(List<SqlStatement> statements) {
    return statements.isEmpty()
        ? ""
        : MarkdownText.fenced(
            statements.stream().map(each -> each.sql() + ";").collect(Collectors.joining("\n")),
            "sql");
  }

  private void rows(StringBuilder text) {
    String lines =
        revision.proof().rows().lines().stream()
            .map(line -> "- " + MarkdownText.escaped(line))
            .collect(Collectors.joining("\n"));
    if (!lines.isEmpty()) {
      folded(text, "What happened to the rows that were tried", lines + "\n");
    }
  }

  private static void folded(StringBuilder text, String title, String content) {
    if (!content.isEmpty()) {
      text.append("\n<details><summary>")
          .append(title)
          .append("</summary>\n\n")
          .append(content)
          .append("\n</details>\n");
    }
  }
}
