package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code autogen heads}. */
@Command(name = "heads", description = "Shows the newest revision of each branch.")
final class HeadsCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private JarOption jar = new JarOption();

  @Option(
      names = "--resolve-dependencies",
      description = "Leave out heads on which another branch depends.")
  private boolean resolveDependencies;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(jar)) {
      RevisionGraph history = project.history();
      List<RevisionScript> heads = resolveDependencies ? history.effectiveHeads() : history.heads();
      if (json) {
        console.printExact(
            Json.text(Json.object("heads", heads.stream().map(Json::revision).toList())));
        return 0;
      }
      if (heads.isEmpty()) {
        console.note(StatusOutput.NONE);
      }
      RevisionText text = new RevisionText(history, List.of());
      boolean details = autogen.options().verbose();
      heads.forEach(
          script -> console.printText(details ? text.details(script) + "\n" : text.named(script)));
      return 0;
    }
  }
}
