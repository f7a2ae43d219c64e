package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.run.RevisionStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code autogen status}. */
@Command(name = "status", description = "Shows what the database knows of each revision.")
final class StatusCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private JarOption jar = new JarOption();
  @Mixin private AllSchemasOption schemas = new AllSchemasOption();

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(jar)) {
      if (schemas.query() != null) {
        return new StatusOfSchemas(console, project, schemas)
            .run(json, autogen.options().verbose());
      }
      List<RevisionStatus> revisions = project.runner().status();
      if (json) {
        console.printExact(StatusOutput.json(revisions));
      } else {
        StatusOutput.table(revisions).forEach(console::print);
        StatusOutput.advice(revisions, project.history(), jar.text()).forEach(console::say);
      }
      return 0;
    }
  }
}
