package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionText;
import dev.autogen.history.UnmergedHeads;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RevisionStatus;
import dev.autogen.run.RevisionStatus.State;
import dev.autogen.tenant.SchemaOutcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports the state of the revisions in each of many schemas, one line for each. */
final class StatusOfSchemas {

  private final Console console;
  private final AllSchemasOption option;
  private final SchemasRun run;
  private final RevisionGraph history;
  private final RevisionText text;

  StatusOfSchemas(Console console, Project project, AllSchemasOption option) {
    this.console = console;
    this.option = option;
    this.run = new SchemasRun(console, project, option);
    this.history = project.history();
    this.text = new RevisionText(history, List.of());
  }

  int run(boolean json, boolean tables) {
    List<SchemaOutcome<List<RevisionStatus>>> outcomes = run.runners(MigrationRunner::status);
    if (json) {
      console.printExact(
          Json.text(
              Json.object(
                  "schemas",
                  outcomes.stream()
                      .map(each -> SchemasRun.json(each, StatusOutput::object))
                      .toList(),
                  "failed",
                  SchemasRun.failed(outcomes))));
    } else {
      outcomes.forEach(
          each -> each.found().ifPresent(found -> print(each.schema(), found, tables)));
      conclude(outcomes);
    }
    return SchemasRun.exit(outcomes, false);
  }

  private void print(String schema, List<RevisionStatus> revisions, boolean table) {
    console.print(schema + ": " + words(revisions));
    if (table) {
      StatusOutput.table(revisions).forEach(line -> console.print("  " + line));
    }
  }

  private String words(List<RevisionStatus> revisions) {
    String at =
        revisions.stream()
            .filter(RevisionStatus::head)
            .map(each -> each.script().map(text::named).orElse(each.id()))
            .collect(Collectors.joining(", "));
    long pending = count(revisions, State.PENDING);
    String odd =
        revisions.stream()
            .filter(each -> each.state() == State.PARTIAL || !each.remarks().isEmpty())
            .map(each -> "; " + each.id() + " is " + StatusOutput.state(each))
            .collect(Collectors.joining());
    return (at.isEmpty() ? "base" : at) + (pending > 0 ? ", " + pending + " pending" : "") + odd;
  }

  private void conclude(List<SchemaOutcome<List<RevisionStatus>>> outcomes) {
    List<List<RevisionStatus>> found =
        outcomes.stream().flatMap(each -> each.found().stream()).toList();
    long behind =
        found.stream()
            .filter(each -> count(each, State.PENDING) + count(each, State.PARTIAL) > 0)
            .count();
    console.say(
        SchemasRun.count(outcomes.size())
            + ": "
            + (found.size() - behind)
            + " at the head, "
            + behind
            + " behind, "
            + SchemasRun.failed(outcomes)
            + " failed.");
    UnmergedHeads.advice(history).forEach(console::say);
    if (behind > 0) {
      console.say("Run '" + UpgradeAdvice.command(history, option.text()) + "'.");
    }
    Set<String> advice = new LinkedHashSet<>();
    found.forEach(each -> advice.addAll(StatusOutput.remarks(each, option.text())));
    advice.forEach(console::say);
  }

  private static long count(List<RevisionStatus> revisions, State state) {
    return revisions.stream().filter(each -> each.state() == state).count();
  }
}
