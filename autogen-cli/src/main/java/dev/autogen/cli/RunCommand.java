package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.Step;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunReport;
import dev.autogen.run.StepSql;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The common part of {@code upgrade} and {@code downgrade}. */
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

  @Mixin private JarOption jar = new JarOption();
  @Mixin private TagOption tag = new TagOption();
  @Mixin private AllSchemasOption schemas = new AllSchemasOption();

  abstract Step.Direction direction();

  abstract String target();

  abstract RunReport run(Project project);

  abstract RunReport run(MigrationRunner runner);

  /** Whether a person confirms this for all schemas. */
  boolean confirmedInSchemas(Console console) {
    return true;
  }

  /** Whether a person confirms this after the losses were shown. */
  boolean confirmed(Project project, Console console) {
    return true;
  }

  @Override
  public final Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(jar, tag::addTo)) {
      if (schemas.query() != null) {
        return runInSchemas(console, json, project);
      }
      if (!sql && !dryRun) {
        if (!confirmed(project, console)) {
          console.error("Nothing was done.");
          return 1;
        }
        if (!json) {
          console.followRuns();
        }
        RunReport report = run(project);
        console.tracked();
        RunOutput.print(console, json, report);
        return 0;
      }
      List<StepSql> steps = project.runner().sql(direction(), target());
      if (json) {
        console.printExact(RunOutput.json(steps));
      } else if (sql) {
        console.printScript(project.runner().script(steps).stripTrailing());
      } else {
        RunOutput.plan(steps).forEach(console::print);
      }
      return 0;
    }
  }

  private int runInSchemas(Console console, boolean json, Project project) {
    schemas.refuseWith("--sql", sql);
    schemas.refuseWith("--dry-run", dryRun);
    if (!confirmedInSchemas(console)) {
      console.error("Nothing was done.");
      return 1;
    }
    return new RunOfSchemas(console, project, schemas, json).run(this::run);
  }
}
