package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen show}. */
@Command(name = "show", description = "Shows a revision.")
final class ShowCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private JarOption jar = new JarOption();

  @Parameters(
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      arity = "0..1",
      defaultValue = "head",
      description = "head, current, a revision or its first letters (default: head).")
  private String revision;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(jar)) {
      List<RevisionScript> revisions = project.revisions(revision);
      if (json) {
        console.printExact(
            Json.text(Json.object("revisions", revisions.stream().map(Json::revision).toList())));
        return 0;
      }
      RevisionText text = new RevisionText(project.history(), List.of());
      revisions.forEach(script -> console.printText(text.details(script)));
      return 0;
    }
  }
}
