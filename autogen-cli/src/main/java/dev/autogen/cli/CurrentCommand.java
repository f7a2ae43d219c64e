package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.Planner;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionText;
import dev.autogen.history.UnmergedHeads;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code autogen current}. */
@Command(name = "current", description = "Shows the revision that the database is at.")
final class CurrentCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private JarOption jar = new JarOption();

  @Option(
      names = "--check-heads",
      description = "Exit with 1 unless the database is at the head of the history.")
  private boolean checkHeads;

  @Mixin private AllSchemasOption schemas = new AllSchemasOption();

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(jar)) {
      if (schemas.query() != null) {
        return new CurrentOfSchemas(console, project, schemas).run(json, checkHeads);
      }
      List<String> current = project.current();
      RevisionGraph history = project.history().at(current);
      boolean known = current.stream().allMatch(id -> history.contains(history.standingFor(id)));
      List<String> unmerged = UnmergedHeads.advice(history);
      boolean atHead =
          known && unmerged.isEmpty() && new Planner(history, current).pending().isEmpty();
      if (json) {
        console.printExact(Json.text(Json.object("current", current, "head", atHead)));
      } else if (current.isEmpty()) {
        console.print("base: no revision has been applied");
      } else {
        RevisionText text = new RevisionText(history, List.of());
        boolean details = autogen.options().verbose();
        for (String id : current) {
          String seen = history.standingFor(id);
          console.printText(
              history
                  .find(seen)
                  .map(script -> details ? text.details(script) + "\n" : text.named(script))
                  .map(line -> seen.equals(id) ? line : line + ", which the database has as " + id)
                  .orElse(id + " (unknown to this history)"));
        }
      }
      if (autogen.options().verbose()) {
        project.runner().status().forEach(status -> status.warnings().forEach(console::error));
      }
      if (checkHeads && !atHead) {
        unmerged.forEach(console::error);
        if (unmerged.isEmpty()) {
          console.error(
              "The database is not at the head; run '"
                  + UpgradeAdvice.command(history, jar.text())
                  + "'.");
        }
        return 1;
      }
      return 0;
    }
  }
}
