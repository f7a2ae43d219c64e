package dev.autogen.cli;

import dev.autogen.run.RunReport;
import java.util.Map;

/** What a run did, as text and JSON. */
final class RunOutput {

  private RunOutput() {}

  static void print(Console console, boolean json, RunReport report) {
    if (json) {
      console.print(
          Json.text(
              Json.object(
                  "executed",
                  report.executed().stream().map(RunOutput::json).toList(),
                  "current",
                  report.rows())));
      return;
    }
    report.summary().forEach(console::say);
  }

  private static Map<String, Object> json(RunReport.Executed executed) {
    Map<String, Object> revision = Json.revision(executed.step().script());
    revision.put("direction", executed.direction());
    revision.put("milliseconds", executed.took().toMillis());
    return revision;
  }
}
