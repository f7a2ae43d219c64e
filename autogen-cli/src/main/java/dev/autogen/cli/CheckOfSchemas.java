package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.history.RevisionScript;
import dev.autogen.tenant.SchemaOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports how many schemas differ from the entities; schemas with the same differences are named
 * together.
 */
final class CheckOfSchemas {

  private static final int NAMED = 10;

  private final Console console;
  private final Project project;
  private final AllSchemasOption option;

  CheckOfSchemas(Console console, Project project, AllSchemasOption option) {
    this.console = console;
    this.project = project;
    this.option = option;
  }

  int run(boolean json) {
    List<SchemaOutcome<ModelDrift>> outcomes =
        new SchemasRun(console, project, option).run(project.runner()::compareSchemas, null);
    List<ModelDrift> found = outcomes.stream().flatMap(each -> each.found().stream()).toList();
    long behind = found.stream().filter(CheckOfSchemas::isBehind).count();
    long differ = found.stream().filter(each -> !isBehind(each) && each.exists()).count();
    if (json) {
      console.printExact(
          Json.text(
              Json.object(
                  "drift", found.stream().anyMatch(ModelDrift::exists),
                  "schemas",
                      outcomes.stream()
                          .map(each -> SchemasRun.json(each, CheckOfSchemas::json))
                          .toList(),
                  "failed", SchemasRun.failed(outcomes))));
    } else {
      alike(outcomes).forEach((lines, schemas) -> print(lines, schemas));
      console.say(
          SchemasRun.count(outcomes.size())
              + ": "
              + (found.size() - behind - differ)
              + " match, "
              + differ
              + " differ, "
              + behind
              + " behind, "
              + SchemasRun.failed(outcomes)
              + " failed.");
      advise(behind, differ);
    }
    return SchemasRun.exit(outcomes, behind + differ > 0);
  }

  private void print(List<String> lines, List<String> schemas) {
    console.say(names(schemas) + lines.get(0));
    lines.stream().skip(1).forEach(console::say);
  }

  private static String names(List<String> schemas) {
    Stream<String> shown = schemas.stream().limit(schemas.size() > NAMED + 1 ? NAMED : NAMED + 1);
    String names = shown.collect(Collectors.joining(", "));
    return schemas.size() > NAMED + 1
        ? names + " and " + (schemas.size() - NAMED) + " more: "
        : names + ": ";
  }

  private void advise(long behind, long differ) {
    if (behind > 0) {
      console.say("Run '" + UpgradeAdvice.command(project.history(), option.text()) + "'.");
    } else if (differ > 0) {
      console.say(
          "Run 'autogen revision -m \"…\"' for one of them, named in the URL as in '--url"
              + " jdbc:postgresql://host/db?currentSchema=NAME', and review the migration that it"
              + " writes.");
    }
  }

  /** The schemas that differ, by the lines that describe the differences. */
  private Map<List<String>, List<String>> alike(List<SchemaOutcome<ModelDrift>> outcomes) {
    Map<List<String>, List<String>> alike = new LinkedHashMap<>();
    for (SchemaOutcome<ModelDrift> each : outcomes) {
      each.found()
          .filter(drift -> isBehind(drift) || drift.exists())
          .ifPresent(
              drift ->
                  alike
                      .computeIfAbsent(lines(drift), ignored -> new ArrayList<>())
                      .add(each.schema()));
    }
    return alike;
  }

  private List<String> lines(ModelDrift drift) {
    return isBehind(drift)
        ? List.of("pending " + String.join(", ", pending(drift)))
        : Stream.concat(
                Stream.of(
                    drift.changes().size()
                        + (drift.changes().size() == 1 ? " difference" : " differences")),
                DriftOutput.lines(drift, console).stream())
            .toList();
  }

  private static boolean isBehind(ModelDrift drift) {
    return !drift.pending().isEmpty();
  }

  private static List<String> pending(ModelDrift drift) {
    return drift.pending().stream().map(RevisionScript::id).toList();
  }

  private static Map<String, Object> json(ModelDrift drift) {
    return new ToleratedOutput(drift.tolerated(), "schema")
        .addTo(
            Json.object(
                "drift", drift.exists(),
                "pending", pending(drift),
                "operations", Json.operations(drift.changes())));
  }
}
