package dev.autogen.cli;

import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.Hazard.Measured;
import dev.autogen.lint.Finding;
import dev.autogen.schema.AutogenException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings of a lint in all their formats. */
final class LintOutput {

  private final Console console;
  private final int revisions;

  /**
   * The output of a lint.
   *
   * @param revisions how many revisions were looked at
   */
  LintOutput(Console console, int revisions) {
    this.console = console;
    this.revisions = revisions;
  }

  void print(GlobalOptions.Format format, List<Finding> findings) {
    switch (format) {
      case TEXT -> text(findings);
      case JSON -> console.printExact(json(findings));
      case SARIF -> console.printExact(SarifOutput.of(findings));
      case GITHUB -> findings.forEach(each -> console.printExact(GitHubOutput.of(each)));
      case MARKDOWN -> console.printExact(MarkdownOutput.of(findings, revisions));
      case SQL, JAVA ->
          throw AutogenException.usage(
              "--format "
                  + format.word()
                  + " is for 'autogen diff'; use text, json, sarif, github or markdown.");
    }
  }

  private void text(List<Finding> findings) {
    for (Finding each : findings) {
      console.print(
          console.coloured(colour(each.level()), each.levelWord())
              + " "
              + each.code()
              + " "
              + place(each));
      console.printText("  " + each.message());
      String measured = measured(each.measured());
      if (!measured.isEmpty()) {
        console.printText("  measured: " + measured);
      }
      if (!each.rewrite().isEmpty()) {
        console.printText("  instead:\n    " + each.rewrite().replace("\n", "\n    "));
      }
    }
    console.say(summary(findings, revisions));
  }

  private static String colour(Level level) {
    return switch (level) {
      case NOTE -> "cyan";
      case WARNING -> "yellow";
      case ERROR -> "red";
    };
  }

  static String place(Finding finding) {
    return finding.file() + ":" + finding.line() + " (" + finding.revision() + ")";
  }

  /** What was measured, in words; empty where nothing was. */
  static String measured(Measured measured) {
    return measured.lock() == null
        ? ""
        : measured.lock()
            + (measured.rewrites() ? ", writes anew" : "")
            + (measured.scans() ? ", scans" : "")
            + ", blocks "
            + measured.blocks();
  }

  static String summary(List<Finding> findings, int revisions) {
    String looked = revisions + (revisions == 1 ? " revision" : " revisions");
    if (findings.isEmpty()) {
      return revisions == 0 ? "There is no revision to look at." : looked + ": nothing found.";
    }
    Map<Level, Long> counts =
        findings.stream().collect(Collectors.groupingBy(Finding::level, Collectors.counting()));
    return looked
        + ": "
        + counted(counts, Level.ERROR, "error")
        + ", "
        + counted(counts, Level.WARNING, "warning")
        + ", "
        + counted(counts, Level.NOTE, "note")
        + ". docs/lint explains each code.";
  }

  private static String counted(Map<Level, Long> counts, Level level, String word) {
    long count = counts.getOrDefault(level, 0L);
    return count + " " + word + (count == 1 ? "" : "s");
  }

  static String json(List<Finding> findings) {
    return Json.text(Json.object("findings", objects(findings)));
  }

  static List<Map<String, Object>> objects(List<Finding> findings) {
    return findings.stream().map(LintOutput::object).toList();
  }

  private static Map<String, Object> object(Finding finding) {
    return Json.object(
        "code", finding.code().toString(),
        "level", finding.levelWord(),
        "revision", finding.revision(),
        "file", finding.file(),
        "line", finding.line(),
        "object", finding.object(),
        "message", finding.message(),
        "lock", finding.measured().lock(),
        "rewrites", finding.measured().rewrites(),
        "scans", finding.measured().scans(),
        "blocks", finding.measured().blocks(),
        "rewrite", finding.rewrite().isEmpty() ? null : finding.rewrite());
  }
}
