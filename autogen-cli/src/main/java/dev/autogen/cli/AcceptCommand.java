package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.authoring.Acceptance;
import dev.autogen.authoring.AcceptanceRequest;
import dev.autogen.comparison.AcceptedDifferences;
import dev.autogen.config.AcceptedEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen accept}. */
@Command(
    name = "accept",
    description = "Accepts what 'check' reports, so that it is left out as long as it stays so.")
final class AcceptCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private RenameOption renames = new RenameOption();
  @Mixin private AgainstOption against = new AgainstOption();
  @Mixin private ShadowOption shadow = new ShadowOption();

  @Option(
      names = {"-m", "--message"},
      paramLabel = "REASON",
      description = "Why the differences are accepted.")
  private @Nullable String reason;

  @Option(
      names = "--prune",
      description =
          "Remove accepted differences that no longer apply. Alone, it accepts nothing new.")
  private boolean prune;

  @Parameters(
      arity = "0..*",
      paramLabel = "GLOB",
      description =
          "The objects, such as users.email, 'users.*' or 'index:users.*' (default: all that"
              + " differ).")
  private List<String> globs = List.of();

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project =
        autogen.open(config -> shadow.addTo(against.addTo(renames.addTo(config), console)))) {
      Acceptance acceptance = project.accept(new AcceptanceRequest(reason, globs, prune));
      if (json) {
        console.printExact(Json.text(json(acceptance)));
      } else {
        acceptance.lines().forEach(console::say);
      }
      return 0;
    }
  }

  private static Map<String, Object> json(Acceptance acceptance) {
    return Json.object(
        "path", acceptance.file().toString(),
        "accepted", json(acceptance.added()),
        "removed", json(acceptance.removed()),
        "total", acceptance.total(),
        "open", acceptance.open());
  }

  private static List<Map<String, Object>> json(List<AcceptedEntry> entries) {
    return entries.stream().map(AcceptedDifferences::of).map(Json::of).toList();
  }
}
