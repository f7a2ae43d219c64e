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
  @Mixin private JarOption jar = new JarOption();
  @Mixin private TagOption tag = new TagOption();
  @Mixin private AllSchemasOption schemas = new AllSchemasOption();

  @Parameters(
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      arity = "1..*",
      description = "head, heads, base, a revision or its first letters; with --sql also FROM:TO.")
  private List<String> revisions;

  @Option(
      names = "--purge",
      description = "Forget all revisions first, also those that this history does not know.")
  private boolean purge;

  @Option(
      names = "--sql",
      description = "Print the SQL instead of running it; FROM:TO needs no database.")
  private boolean sql;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(jar, tag::addTo)) {
      if (schemas.query() != null) {
        schemas.refuseWith("--sql", sql);
        return new RunOfSchemas(console, project, schemas, json).stamp(revisions, purge);
      }
      if (sql) {
        String script = project.runner().stampScript(revisions, purge).stripTrailing();
        if (json) {
          console.printExact(Json.text(Json.object("sql", script)));
        } else {
          console.printScript(script);
        }
        return 0;
      }
      List<String> rows = project.runner().stamp(revisions, purge);
      if (json) {
        console.printExact(Json.text(Json.object("current", rows)));
      } else {
        console.say("The database is noted as being at " + RunReport.named(rows) + ".");
      }
      return 0;
    }
  }
}
