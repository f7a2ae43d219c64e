package dev.autogen.cli;

import dev.autogen.Project;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code autogen ensure-version}. */
@Command(
    name = "ensure-version",
    description = "Creates the tables in which the database says where it is, where missing.")
final class EnsureVersionCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private JarOption jar = new JarOption();

  @Option(names = "--sql", description = "Print the SQL instead of running it.")
  private boolean sql;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(jar)) {
      if (sql) {
        String script = project.runner().ensureVersionScript().stripTrailing();
        if (json) {
          console.printExact(Json.text(Json.object("sql", script)));
        } else {
          console.printScript(script);
        }
        return 0;
      }
      project.runner().ensureVersionTable();
      if (json) {
        console.printExact(Json.text(Json.object("current", project.current())));
      } else {
        console.say("The tables of autogen are there.");
      }
      return 0;
    }
  }
}
