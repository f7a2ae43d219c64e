package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.Planner;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionText;
import dev.autogen.run.RunReport;
import dev.autogen.schema.AutogenException;
import dev.autogen.tenant.SchemaOutcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where each of many schemas is. */
final class CurrentOfSchemas {

  private final Console console;
  private final Project project;
  private final AllSchemasOption option;
  private final RevisionGraph history;
  private final RevisionText text;

  CurrentOfSchemas(Console console, Project project, AllSchemasOption option) {
    this.console = console;
    this.project = project;
    this.option = option;
    this.history = project.history();
    this.text = new RevisionText(history, List.of());
  }

  int run(boolean json, boolean checkHeads) {
    List<SchemaOutcome> outcomes =
        new SchemasRun(console, project, option)
            .run(runner -> new RunReport(List.of(), runner.current()), null);
    if (json) {
      console.print(Json.text(Json.object("schemas", outcomes.stream().map(this::json).toList())));
    } else {
      outcomes.stream()
          .filter(outcome -> !outcome.failed())
          .forEach(outcome -> console.print(outcome.schema() + ": " + words(outcome)));
    }
    if (SchemasRun.failed(outcomes) > 0) {
      return AutogenException.Exit.FAILED.code();
    }
    long behind = outcomes.stream().filter(outcome -> pending(outcome) != 0).count();
    if (checkHeads && behind > 0) {
      console.error(
          behind
              + (behind == 1 ? " schema is" : " schemas are")
              + " not at the head; run 'autogen upgrade --all-schemas'.");
      return 1;
    }
    return 0;
  }

  private static List<String> rows(SchemaOutcome outcome) {
    RunReport report = outcome.report();
    return report == null ? List.of() : report.rows();
  }

  /** How many revisions a schema lacks; -1 where it is at one that nobody knows here. */
  private int pending(SchemaOutcome outcome) {
    List<String> rows = rows(outcome);
    RevisionGraph seen = history.at(rows);
    return rows.stream().allMatch(row -> seen.contains(seen.standingFor(row)))
        ? new Planner(history, rows).pending().size()
        : -1;
  }

  private String words(SchemaOutcome outcome) {
    List<String> rows = rows(outcome);
    RevisionGraph seen = history.at(rows);
    String at =
        rows.stream()
            .map(
                row ->
                    seen.find(seen.standingFor(row))
                        .map(text::named)
                        .orElse(row + " (unknown to this history)"))
            .collect(Collectors.joining(", "));
    int pending = pending(outcome);
    return (rows.isEmpty() ? "base" : at) + (pending > 0 ? ", " + pending + " pending" : "");
  }

  private Map<String, Object> json(SchemaOutcome outcome) {
    @Nullable String error = outcome.message().orElse(null);
    return Json.object(
        "schema",
        outcome.schema(),
        "current",
        rows(outcome),
        "head",
        error == null && pending(outcome) == 0,
        "error",
        error);
  }
}
