package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.config.Config;
import dev.autogen.history.Step;
import dev.autogen.run.RunReport;
import dev.autogen.run.StepSql;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What {@code upgrade} and {@code downgrade} have in common. */
abstract class RunCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;

  @Option(
      names = "--sql",
      description = "Print the SQL instead of running it; START:END needs no database.")
  private boolean sql;

  @Option(
      names = "--dry-run",
      description = "Say which revisions would run, with their SQL, and run nothing.")
  private boolean dryRun;

  @Option(
      names = "-x",
      paramLabel = "KEY=VALUE",
      description = "An argument for migrations, which read it by op.argument; may be repeated.")
  private Map<String, String> arguments = Map.of();

  abstract Step.Direction direction();

  abstract String target();

  abstract RunReport run(Project project);

  @Override
  public final Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(this::withArguments)) {
      if (!sql && !dryRun) {
        RunOutput.print(console, json, run(project));
        return 0;
      }
      List<StepSql> steps = project.sql(direction(), target());
      if (json) {
        console.print(RunOutput.json(steps));
      } else if (sql) {
        console.print(project.script(steps).stripTrailing());
      } else {
        RunOutput.plan(steps).forEach(console::print);
      }
      return 0;
    }
  }

  private Config withArguments(Config config) {
    return config.withRunner(config.runner().withArguments(arguments));
  }
}
