package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.history.RevisionScript;
import dev.autogen.lint.Finding;
import dev.autogen.workspace.DatabaseUnreachable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code autogen check}. */
@Command(
    name = "check",
    description = "Exits with 1 if the database differs from the entities, and says how.")
final class CheckCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private RenameOption renames = new RenameOption();
  @Mixin private AgainstOption against = new AgainstOption();
  @Mixin private ShadowOption shadow = new ShadowOption();
  @Mixin private AllSchemasOption schemas = new AllSchemasOption();

  @Option(
      names = "--lint",
      description =
          "Also look at what the revisions that the database does not have do to those who use it,"
              + " as 'autogen lint' does.")
  private boolean lint;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project =
        autogen.open(config -> shadow.addTo(against.addTo(renames.addTo(config), console)))) {
      project.requireMergedHeads();
      if (schemas.query() != null) {
        schemas.refuseWith("--against=history", project.subject().equals("history"));
        schemas.refuseWith("--lint", lint);
        return new CheckOfSchemas(console, project, schemas).run(json);
      }
      ModelDrift drift = compared(project);
      List<RevisionScript> looked = lint ? project.revisionsToLint(null, null) : List.of();
      List<Finding> findings = project.lint(looked);
      if (json) {
        console.printExact(DriftOutput.json(drift, project.subject(), lint ? findings : null));
      } else {
        DriftOutput.lines(drift, console).forEach(console::say);
        console.say(verdict(drift, project));
        new ToleratedOutput(drift.tolerated(), project.subject()).print(console);
        if (lint) {
          new LintOutput(console, looked.size()).print(GlobalOptions.Format.TEXT, findings);
        }
      }
      boolean harms = findings.stream().anyMatch(each -> each.level() == Level.ERROR);
      return harms || drift.exists() || !drift.pending().isEmpty() ? 1 : 0;
    }
  }

  private static ModelDrift compared(Project project) {
    try {
      return project.compare();
    } catch (DatabaseUnreachable e) {
      throw e.insteadOf("'autogen check --against history'");
    }
  }

  private static String verdict(ModelDrift drift, Project project) {
    if (!drift.pending().isEmpty()) {
      return "Target database is not up to date; pending: "
          + String.join(", ", drift.pending().stream().map(RevisionScript::id).toList())
          + ". Run '"
          + project.upgradeCommand()
          + "'.";
    }
    String subject = project.subject();
    return drift.exists()
        ? "The "
            + subject
            + " differs from the entities. Run 'autogen revision -m \"…\"' and review the"
            + " migration that it writes."
        : "The " + subject + " matches the entities.";
  }
}
