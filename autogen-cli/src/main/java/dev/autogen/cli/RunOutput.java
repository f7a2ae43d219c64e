package dev.autogen.cli;

import dev.autogen.history.Step;
import dev.autogen.run.RunReport;
import java.util.List;
import java.util.Locale;
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
    report.executed().forEach(each -> console.say(line(each)));
    if (report.isEmpty()) {
      console.say("Nothing to do: the database is at " + revisions(report.rows()) + ".");
    }
  }

  private static String line(RunReport.Executed executed) {
    Step step = executed.step();
    return direction(step)
        + " "
        + revisions(step.deleted())
        + " -> "
        + revisions(step.inserted())
        + ", "
        + step.script().message()
        + " ("
        + executed.took().toMillis()
        + " ms)";
  }

  private static Map<String, Object> json(RunReport.Executed executed) {
    Map<String, Object> revision = Json.revision(executed.step().script());
    revision.put("direction", direction(executed.step()));
    revision.put("milliseconds", executed.took().toMillis());
    return revision;
  }

  private static String direction(Step step) {
    return step.direction().name().toLowerCase(Locale.ROOT);
  }

  static String revisions(List<String> ids) {
    return ids.isEmpty() ? "base" : String.join(", ", ids);
  }
}
