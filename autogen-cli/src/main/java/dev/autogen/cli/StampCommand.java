package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.run.RunReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen stamp}. */
@Command(
    name = "stamp",
    description = "Notes the database as being at a revision, without running anything.")
final class StampCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private TagOption tag = new TagOption();

  @Parameters(
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      arity = "1..*",
      description = "head, heads, base, a revision or its first letters.")
  private List<String> revisions;

  @Option(
      names = "--purge",
      description = "Forget all revisions first, also those that this history does not know.")
  private boolean purge;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(tag::addTo)) {
      List<String> rows = project.stamp(revisions, purge);
      if (json) {
        console.print(Json.text(Json.object("current", rows)));
      } else {
        console.say("The database is noted as being at " + RunReport.named(rows) + ".");
      }
      return 0;
    }
  }
}
