package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.comparison.DriftedObject;
import dev.autogen.comparison.HistoryDrift;
import dev.autogen.text.Visible;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code autogen drift}. */
@Command(
    name = "drift",
    description =
        "Exits with 1 if the database is not what the history makes at its revision: what somebody"
            + " changed by hand.")
final class DriftCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private ShadowOption shadow = new ShadowOption();

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(shadow::addTo)) {
      HistoryDrift drift = project.drift();
      if (json) {
        console.printExact(json(drift));
      } else {
        print(drift, console);
      }
      return drift.exists() ? 1 : 0;
    }
  }

  private static void print(HistoryDrift drift, Console console) {
    String where =
        drift.revisions().isEmpty()
            ? "the base of the history"
            : "revision " + String.join(", ", drift.revisions());
    for (DriftedObject object : drift.objects()) {
      object.differences().forEach(each -> console.print("  " + Visible.line(each)));
    }
    console.say(
        drift.exists()
            ? "The database is not what the history makes at "
                + where
                + ". Put it back, or write the change down as a revision."
            : "The database is what the history makes at " + where + ".");
  }

  private static String json(HistoryDrift drift) {
    List<?> objects =
        drift.objects().stream()
            .map(
                each ->
                    Json.object(
                        "kind", each.kind(),
                        "name", each.name(),
                        "differences", each.differences()))
            .toList();
    return Json.text(
        Json.object("drift", drift.exists(), "revisions", drift.revisions(), "objects", objects));
  }
}
