package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.tenant.SchemaOutcome;
import java.util.ArrayList;
import java.util.List;

/** Accepts the edited file of a revision in each of many schemas. */
final class RepairOfSchemas {

  private final Console console;
  private final SchemasRun run;

  RepairOfSchemas(Console console, Project project, AllSchemasOption option) {
    this.console = console;
    this.run = new SchemasRun(console, project, option);
  }

  int run(String revision, boolean json) {
    List<SchemaOutcome<List<String>>> outcomes =
        run.runners(
            runner -> {
              List<String> recorded = new ArrayList<>();
              runner.repair(revision, recorded::add);
              return recorded;
            },
            json
                ? null
                : (schema, recorded) ->
                    schema
                        + ": "
                        + (recorded.isEmpty()
                            ? "nothing to record"
                            : "recorded " + String.join(", ", recorded)));
    long failed = SchemasRun.failed(outcomes);
    if (json) {
      console.printExact(
          Json.text(
              Json.object(
                  "schemas",
                  outcomes.stream()
                      .map(each -> SchemasRun.json(each, found -> Json.object("recorded", found)))
                      .toList(),
                  "failed",
                  failed)));
    } else {
      long changed =
          outcomes.stream()
              .filter(each -> each.found().filter(found -> !found.isEmpty()).isPresent())
              .count();
      long idle = outcomes.size() - failed - changed;
      console.print(
          SchemasRun.summary(outcomes, changed + " accepted, " + idle + " had nothing to record"));
    }
    return SchemasRun.exit(outcomes, false);
  }
}
