package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.Planner;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionText;
import dev.autogen.history.UnmergedHeads;
import dev.autogen.run.MigrationRunner;
import dev.autogen.tenant.SchemaOutcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reports the revisions of each of many schemas. */
final class CurrentOfSchemas {

  private final Console console;
  private final Project project;
  private final AllSchemasOption option;
  private final RevisionGraph history;
  private final RevisionText text;
  private final List<String> unmerged;

  CurrentOfSchemas(Console console, Project project, AllSchemasOption option) {
    this.console = console;
    this.project = project;
    this.option = option;
    this.history = project.history();
    this.text = new RevisionText(history, List.of());
    this.unmerged = UnmergedHeads.advice(history);
  }

  int run(boolean json, boolean checkHeads) {
    List<SchemaOutcome<List<String>>> outcomes =
        new SchemasRun(console, project, option).runners(MigrationRunner::current);
    if (json) {
      console.printExact(
          Json.text(
              Json.object(
                  "schemas",
                  outcomes.stream().map(each -> SchemasRun.json(each, this::json)).toList(),
                  "failed",
                  SchemasRun.failed(outcomes))));
    } else {
      outcomes.forEach(
          outcome ->
              outcome
                  .found()
                  .ifPresent(rows -> console.print(outcome.schema() + ": " + words(rows))));
    }
    long behind =
        outcomes.stream()
            .filter(outcome -> outcome.found().filter(rows -> pending(rows) != 0).isPresent())
            .count();
    if (checkHeads) {
      unmerged.forEach(console::error);
    }
    if (checkHeads && unmerged.isEmpty() && behind > 0) {
      console.error(
          SchemasRun.count(behind)
              + (behind == 1 ? " is" : " are")
              + " not at the head; run '"
              + UpgradeAdvice.command(history, option.text())
              + "'.");
    }
    return SchemasRun.exit(outcomes, checkHeads && (behind > 0 || !unmerged.isEmpty()));
  }

  /** How many revisions a schema lacks; -1 if it is at an unknown revision. */
  private int pending(List<String> rows) {
    RevisionGraph seen = history.at(rows);
    return rows.stream().allMatch(row -> seen.contains(seen.standingFor(row)))
        ? new Planner(history, rows).pending().size()
        : -1;
  }

  private String words(List<String> rows) {
    RevisionGraph seen = history.at(rows);
    String at =
        rows.stream()
            .map(
                row ->
                    seen.find(seen.standingFor(row))
                        .map(text::named)
                        .orElse(row + " (unknown to this history)"))
            .collect(Collectors.joining(", "));
    int pending = pending(rows);
    return (rows.isEmpty() ? "base" : at) + (pending > 0 ? ", " + pending + " pending" : "");
  }

  private Map<String, Object> json(List<String> rows) {
    return Json.object("current", rows, "head", unmerged.isEmpty() && pending(rows) == 0);
  }
}
