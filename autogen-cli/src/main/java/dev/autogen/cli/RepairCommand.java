package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.RevisionScript;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen repair}. */
@Command(
    name = "repair",
    description = "Accepts the edited file of an applied revision, or settles an interrupted step.")
final class RepairCommand implements Callable<Integer> {

  /** What a person found out about a step whose outcome the database cannot tell. */
  static final class Outcome {

    @Option(names = "--done", description = "The interrupted step took effect.")
    private boolean done;

    @Option(names = "--undone", description = "The interrupted step did not take effect.")
    private boolean undone;
  }

  @ParentCommand private AutogenCommand autogen;
  @Mixin private JarOption jar = new JarOption();

  @Parameters(
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      description = "head, current, a revision or its first letters.")
  private String revision;

  @ArgGroup private @Nullable Outcome outcome;
  @Mixin private AllSchemasOption schemas = new AllSchemasOption();

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    List<String> recorded = new ArrayList<>();
    Consumer<String> announce =
        line -> {
          recorded.add(line);
          if (!json) {
            console.say("Recording " + line + ".");
          }
        };
    try (Project project = autogen.open(jar)) {
      if (schemas.query() != null) {
        schemas.refuseWith(
            outcome != null && outcome.done ? "--done" : "--undone", outcome != null);
        return new RepairOfSchemas(console, project, schemas).run(revision, json);
      }
      RevisionScript script =
          outcome == null
              ? project.runner().repair(revision, announce)
              : project.runner().settle(revision, outcome.done, announce);
      if (json) {
        console.printExact(Json.text(Json.object("revision", script.id(), "recorded", recorded)));
      } else {
        console.say(conclusion(script, recorded.isEmpty()));
      }
      return 0;
    }
  }

  private String conclusion(RevisionScript script, boolean unchanged) {
    if (unchanged) {
      return "Nothing to record: the file of revision " + script.id() + " is as it was applied.";
    }
    return outcome == null
        ? "Revision " + script.id() + " is accepted as it is."
        : "Revision " + script.id() + " is settled; run the interrupted command again.";
  }
}
