package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code autogen branches}. */
@Command(name = "branches", description = "Shows where the history branches.")
final class BranchesCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private JarOption jar = new JarOption();

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(jar)) {
      RevisionGraph history = project.history();
      List<RevisionScript> branchPoints = history.branchPoints();
      if (json) {
        console.printExact(
            Json.text(
                Json.object(
                    "branches", branchPoints.stream().map(each -> json(history, each)).toList())));
        return 0;
      }
      RevisionText text = new RevisionText(history, List.of());
      boolean details = autogen.options().verbose();
      for (RevisionScript script : branchPoints) {
        console.printText(details ? text.details(script) + "\n" : text.named(script));
        for (String child : history.childrenOf(script.id())) {
          console.print("    -> " + text.named(history.get(child)));
        }
      }
      return 0;
    }
  }

  private static Map<String, Object> json(RevisionGraph history, RevisionScript script) {
    Map<String, Object> branch = Json.revision(script);
    branch.put("children", history.childrenOf(script.id()));
    return branch;
  }
}
