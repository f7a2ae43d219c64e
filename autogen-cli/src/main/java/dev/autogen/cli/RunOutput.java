package dev.autogen.cli;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.history.Step;
import dev.autogen.run.RunReport;
import dev.autogen.run.StepSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run did or would do, as text and JSON. */
final class RunOutput {

  private RunOutput() {}

  /** What a run did; as text, the console has followed it and said so of each revision. */
  static void print(Console console, boolean json, RunReport report) {
    if (json) {
      console.printExact(
          Json.text(
              Json.object(
                  "executed",
                  report.executed().stream().map(RunOutput::json).toList(),
                  "current",
                  report.rows())));
      return;
    }
    if (report.isEmpty()) {
      report.summary().forEach(console::say);
    }
  }

  private static Map<String, Object> json(RunReport.Executed executed) {
    Map<String, Object> revision = Json.revision(executed.step().script());
    revision.put("direction", direction(executed.step()));
    revision.put("milliseconds", executed.took().toMillis());
    return revision;
  }

  /** What would run, as JSON. */
  static String json(List<StepSql> steps) {
    List<Map<String, Object>> planned = new ArrayList<>();
    for (StepSql step : steps) {
      Map<String, Object> revision = Json.revision(step.step().script());
      revision.put("direction", direction(step.step()));
      revision.put("sql", step.statements().stream().map(SqlStatement::sql).toList());
      planned.add(revision);
    }
    return Json.text(Json.object("planned", planned));
  }

  /** What would run, a line per revision and per line of its SQL. */
  static List<String> plan(List<StepSql> steps) {
    List<String> lines = new ArrayList<>();
    for (StepSql step : steps) {
      Step planned = step.step();
      lines.add(
          "would "
              + direction(planned)
              + " "
              + planned.script().id()
              + ", "
              + planned.script().message());
      for (SqlStatement statement : step.statements()) {
        statement.sql().lines().forEach(line -> lines.add("    " + line));
      }
      if (step.connectionWork() > 0) {
        lines.add("    -- and work on a connection, which no SQL can show");
      }
    }
    if (steps.isEmpty()) {
      lines.add("Nothing to do.");
    }
    return lines;
  }

  private static String direction(Step step) {
    return step.direction().name().toLowerCase(Locale.ROOT);
  }
}
