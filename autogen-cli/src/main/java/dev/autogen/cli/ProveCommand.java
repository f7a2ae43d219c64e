package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.RevisionScript;
import dev.autogen.shadow.Proof;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen prove}. */
@Command(
    name = "prove",
    description =
        "Runs committed migrations up, down and up again on a throwaway database, and exits with 1"
            + " if one does not restore what was there.")
final class ProveCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private ShadowOption shadow = new ShadowOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "REVISION",
      defaultValue = "base:heads",
      description = "A revision, or a range such as ae10:head (default: all).")
  private String revision;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(config -> shadow.addTo(config.againstHistory()))) {
      Map<RevisionScript, Proof.Result> results = project.prove(revision);
      if (json) {
        console.print(json(results));
      } else {
        results.forEach((script, result) -> print(console, script, result));
      }
      return results.values().stream().allMatch(Proof.Result::holds) ? 0 : 1;
    }
  }

  private static void print(Console console, RevisionScript script, Proof.Result result) {
    String verdict =
        result.holds() ? "holds on " + result.product() : result.fails() ? "fails" : "not tried";
    console.print(script.id() + " " + verdict + ", " + script.message());
    result.failures().forEach(line -> console.say("  " + line));
    result.reservations().forEach(line -> console.say("  " + line));
  }

  private static String json(Map<RevisionScript, Proof.Result> results) {
    return Json.text(
        results.entrySet().stream()
            .map(
                each ->
                    Json.object(
                        "id", each.getKey().id(),
                        "holds", each.getValue().holds(),
                        "database", each.getValue().product(),
                        "failures", each.getValue().failures(),
                        "reservations", each.getValue().reservations()))
            .toList());
  }
}
