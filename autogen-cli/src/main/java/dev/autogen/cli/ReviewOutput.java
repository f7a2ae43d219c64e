package dev.autogen.cli;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.Operation;
import dev.autogen.review.ReviewedRevision;
import dev.autogen.rows.RowFinding;
import dev.autogen.schema.AutogenException;
import java.util.List;
import java.util.Map;

/** A review in all its formats. */
final class ReviewOutput {

  private final Console console;

  ReviewOutput(Console console) {
    this.console = console;
  }

  void print(GlobalOptions.Format format, List<ReviewedRevision> reviewed) {
    switch (format) {
      case TEXT -> reviewed.forEach(this::text);
      case JSON -> console.printExact(json(reviewed));
      case MARKDOWN -> console.printExact(ReviewMarkdown.of(reviewed));
      case GITHUB -> reviewed.forEach(this::annotations);
      case SARIF ->
          console.printExact(
              SarifOutput.of(reviewed.stream().flatMap(each -> each.findings().stream()).toList()));
      case SQL, JAVA ->
          throw AutogenException.usage(
              "--format "
                  + format.word()
                  + " is for 'autogen diff'; use text, json, markdown, github or sarif.");
    }
    if (format == GlobalOptions.Format.TEXT && reviewed.isEmpty()) {
      console.say("There is nothing to review.");
    }
  }

  private void annotations(ReviewedRevision each) {
    if (each.proof().fails() || each.proof().rows().fails()) {
      console.printExact(
          GitHubOutput.error(
              each.file(), each.script().id() + " fails", new ReviewAnswers(each).tried()));
    }
    each.findings().forEach(found -> console.printExact(GitHubOutput.of(found)));
  }

  private void text(ReviewedRevision each) {
    console.print(
        each.script().id() + ", " + each.script().message() + ": " + each.verdict().words());
    ReviewAnswers answers = new ReviewAnswers(each);
    console.printText("  what changes: " + answers.changes());
    console.printText("  what is lost: " + answers.lost());
    console.printText("  who waits: " + answers.waits());
    console.printText("  was it tried: " + answers.tried());
    console.printText("  how to go back: " + answers.back());
    each.remarks().forEach(line -> console.printText("  " + line));
  }

  private static String json(List<ReviewedRevision> reviewed) {
    return Json.text(Json.object("revisions", reviewed.stream().map(ReviewOutput::json).toList()));
  }

  private static Map<String, Object> json(ReviewedRevision each) {
    return Json.object(
        "id", each.script().id(),
        "message", each.script().message(),
        "file", each.file(),
        "verdict", each.verdict().words(),
        "operations", each.operations().stream().map(ReviewOutput::json).toList(),
        "upgrade", each.upgrade().stream().map(SqlStatement::sql).toList(),
        "downgrade", each.downgrade().stream().map(SqlStatement::sql).toList(),
        "losses", each.losses().stream().map(RowFinding::text).toList(),
        "proof", ProofOutput.json(each.proof()),
        "findings", LintOutput.objects(each.findings()),
        "remarks", each.remarks());
  }

  private static Map<String, Object> json(Operation operation) {
    return Json.object(
        "kind", operation.kind(),
        "object", operation.object(),
        "summary", operation.summary(),
        "losesData", operation.losesData());
  }
}
