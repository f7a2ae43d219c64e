package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.schema.AutogenException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code autogen diff}. */
@Command(
    name = "diff",
    description = "Shows what 'revision' would write, as text, JSON, SQL or Java.")
final class DiffCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private RenameOption renames = new RenameOption();
  @Mixin private AgainstOption against = new AgainstOption();
  @Mixin private ShadowOption shadow = new ShadowOption();

  @Override
  public Integer call() {
    Console console = autogen.console();
    try (Project project =
        autogen.open(config -> shadow.addTo(against.addTo(renames.addTo(config), console)))) {
      ModelDrift drift = project.compare();
      String result =
          switch (autogen.options().format()) {
            case JSON -> DriftOutput.json(drift, project.subject());
            case SQL -> drift.script();
            case JAVA -> drift.exists() ? project.source(drift) : "";
            case TEXT -> text(drift, project.subject(), console);
            case SARIF, GITHUB, MARKDOWN ->
                throw AutogenException.usage(
                    "--format "
                        + autogen.options().format().word()
                        + " is for 'autogen lint'; use text, json, sql or java.");
          };
      if (!result.isEmpty()) {
        print(console, result.stripTrailing());
      }
      if (autogen.options().format() == GlobalOptions.Format.TEXT) {
        new ToleratedOutput(drift.tolerated(), project.subject()).print(console);
      }
      return 0;
    }
  }

  private void print(Console console, String result) {
    switch (autogen.options().format()) {
      case JSON -> console.printExact(result);
      case SQL, JAVA -> console.printScript(result);
      default -> console.printText(result);
    }
  }

  private static String text(ModelDrift drift, String subject, Console console) {
    List<String> lines = DriftOutput.lines(drift, console);
    return lines.isEmpty() ? "The " + subject + " matches the entities." : String.join("\n", lines);
  }
}
