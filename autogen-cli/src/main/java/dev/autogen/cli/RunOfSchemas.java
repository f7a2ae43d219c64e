package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunReport;
import dev.autogen.tenant.SchemaOutcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What changes many schemas: {@code upgrade}, {@code downgrade} and {@code stamp}. */
final class RunOfSchemas {

  private final Console console;
  private final SchemasRun run;
  private final boolean json;

  RunOfSchemas(Console console, Project project, AllSchemasOption option, boolean json) {
    this.console = console;
    this.run = new SchemasRun(console, project, option);
    this.json = json;
  }

  /** Runs revisions in each schema, and answers the exit code. */
  int run(Function<MigrationRunner, RunReport> work) {
    List<SchemaOutcome<RunReport>> outcomes = run.runners(work, json ? null : RunOfSchemas::line);
    long changed = changed(outcomes);
    if (json) {
      console.printExact(
          Json.text(
              Json.object(
                  "schemas",
                  outcomes.stream().map(each -> SchemasRun.json(each, RunOfSchemas::json)).toList(),
                  "changed",
                  changed,
                  "failed",
                  SchemasRun.failed(outcomes))));
    } else {
      long idle = outcomes.size() - changed - SchemasRun.failed(outcomes);
      console.print(
          SchemasRun.summary(outcomes, changed + " changed, " + idle + " had nothing to do"));
    }
    return SchemasRun.exit(outcomes, false);
  }

  /** Notes each schema as being at revisions, and answers the exit code. */
  int stamp(List<String> revisions, boolean purge) {
    List<SchemaOutcome<RunReport>> outcomes =
        run.runners(
            runner -> runner.stamp(revisions, purge),
            json ? null : (schema, report) -> schema + ": " + RunReport.named(report.rows()));
    if (json) {
      console.printExact(
          Json.text(
              Json.object(
                  "schemas",
                  outcomes.stream()
                      .map(
                          each ->
                              SchemasRun.json(each, found -> Json.object("current", found.rows())))
                      .toList(),
                  "failed",
                  SchemasRun.failed(outcomes))));
    } else {
      long noted = outcomes.size() - SchemasRun.failed(outcomes);
      console.print(SchemasRun.summary(outcomes, noted + " noted"));
    }
    return SchemasRun.exit(outcomes, false);
  }

  private static long changed(List<SchemaOutcome<RunReport>> outcomes) {
    return outcomes.stream()
        .filter(each -> each.found().filter(report -> !report.isEmpty()).isPresent())
        .count();
  }

  private static String line(String schema, RunReport report) {
    if (report.isEmpty()) {
      return schema + ": nothing to do";
    }
    int count = report.executed().size();
    return schema
        + ": "
        + report.executed().get(0).direction()
        + " to "
        + RunReport.named(report.rows())
        + ", "
        + count
        + (count == 1 ? " revision" : " revisions");
  }

  private static Map<String, Object> json(RunReport report) {
    return Json.object(
        "executed",
        report.executed().stream().map(each -> each.step().script().id()).toList(),
        "current",
        report.rows());
  }
}
