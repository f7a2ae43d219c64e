package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.RevisionScript;
import dev.autogen.shadow.Proof;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen prove}. */
@Command(
    name = "prove",
    description =
        "Runs committed migrations up, down and up again on a throwaway database with rows in its"
            + " tables, and exits with 1 if one does not restore the schema, fails on rows or loses"
            + " some without saying so.")
final class ProveCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private ShadowOption shadow = new ShadowOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "REVISION",
      defaultValue = "base:heads",
      description = "A revision, or a range such as ae10:head (default: all).")
  private String revision;

  @Option(
      names = "--no-rows",
      description = "Leave the tables empty, and look at the schema alone.")
  private boolean withoutRows;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(config -> shadow.addTo(config.provingHistory()))) {
      Map<RevisionScript, Proof.Result> results = project.prove(revision, !withoutRows);
      if (json) {
        console.printExact(ProveOutput.json(results));
      } else {
        ProveOutput.print(console, results);
      }
      return Proof.Result.allHold(results.values()) ? 0 : 1;
    }
  }
}
