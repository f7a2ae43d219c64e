package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunReport;
import dev.autogen.schema.AutogenException;
import dev.autogen.tenant.SchemaOutcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A command that works in many schemas, and what it says of them. */
final class SchemasRun {

  private final Console console;
  private final Project project;
  private final AllSchemasOption option;
  private int done;

  SchemasRun(Console console, Project project, AllSchemasOption option) {
    this.console = console;
    this.project = project;
    this.option = option;
  }

  /**
   * Works in the schemas, shows how it gets on, and answers what came of each.
   *
   * @param words a line for each that did not fail, where no bar shows them; null for none
   */
  List<SchemaOutcome> run(
      Function<MigrationRunner, RunReport> work, @Nullable Function<SchemaOutcome, String> words) {
    List<String> schemas = project.schemas(option.query());
    if (schemas.isEmpty()) {
      throw AutogenException.usage(
          "The query \"" + option.query() + "\" names no schema; nothing was done.");
    }
    console.track(schemas.size());
    List<SchemaOutcome> outcomes =
        project.inSchemas(schemas, option.parallel(), work, outcome -> show(outcome, words));
    console.tracked();
    return outcomes;
  }

  private void show(SchemaOutcome outcome, @Nullable Function<SchemaOutcome, String> words) {
    done++;
    if (outcome.failed()) {
      console.error(outcome.schema() + ": " + outcome.message().orElse(""));
    } else if (words != null && !console.isTracking()) {
      console.say(words.apply(outcome));
    }
    console.advance(done, outcome.schema());
  }

  /** {@code 1,000 schemas: 997 changed, 2 had nothing to do, 1 failed.} */
  static String summary(List<SchemaOutcome> outcomes) {
    long failed = failed(outcomes);
    long changed = outcomes.stream().filter(each -> each.executed() > 0).count();
    long idle = outcomes.size() - failed - changed;
    return outcomes.size()
        + (outcomes.size() == 1 ? " schema: " : " schemas: ")
        + changed
        + " changed, "
        + idle
        + " had nothing to do, "
        + failed
        + " failed."
        + (failed == 0 ? "" : " Correct what failed, and run the command again: it goes on there.");
  }

  static long failed(List<SchemaOutcome> outcomes) {
    return outcomes.stream().filter(SchemaOutcome::failed).count();
  }

  static String line(SchemaOutcome outcome) {
    RunReport report = outcome.report();
    if (report == null || report.isEmpty()) {
      return outcome.schema() + ": nothing to do";
    }
    int count = report.executed().size();
    return outcome.schema()
        + ": "
        + report.executed().get(0).direction()
        + " to "
        + RunReport.named(report.rows())
        + ", "
        + count
        + (count == 1 ? " revision" : " revisions");
  }

  static String json(List<SchemaOutcome> outcomes) {
    return Json.text(
        Json.object(
            "schemas", outcomes.stream().map(SchemasRun::json).collect(Collectors.toList()),
            "changed", outcomes.stream().filter(each -> each.executed() > 0).count(),
            "failed", failed(outcomes)));
  }

  private static Map<String, Object> json(SchemaOutcome outcome) {
    RunReport report = outcome.report();
    return Json.object(
        "schema",
        outcome.schema(),
        "executed",
        report == null
            ? List.of()
            : report.executed().stream().map(each -> each.step().script().id()).toList(),
        "current",
        report == null ? List.of() : report.rows(),
        "error",
        outcome.message().orElse(null));
  }
}
