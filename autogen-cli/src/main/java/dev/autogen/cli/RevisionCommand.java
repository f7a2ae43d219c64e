package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.authoring.ReplacedRevision;
import dev.autogen.authoring.RevisionOutcome;
import dev.autogen.authoring.RevisionPlace;
import dev.autogen.authoring.RevisionRequest;
import dev.autogen.authoring.WrittenRevision;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.config.Config;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.Proof;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code autogen revision}. */
@Command(
    name = "revision",
    description = "Writes the migration that brings the database to the entities.")
final class RevisionCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private RenameOption renames = new RenameOption();
  @Mixin private AgainstOption against = new AgainstOption();
  @Mixin private ShadowOption shadow = new ShadowOption();
  @Mixin private BranchLabelOption labels = new BranchLabelOption();

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "What the migration does (default: what it changes).")
  private @Nullable String message;

  @Option(
      names = "--empty",
      description = "Write a migration without operations, for changes of data.")
  private boolean empty;

  @Option(
      names = "--autogenerate",
      description = "Compare the entities with the database, which is done unless --empty is said.")
  private boolean autogenerate;

  @Option(
      names = "--version-path",
      paramLabel = "DIR",
      description =
          "The folder to write to, one of [migrations] locations or below one (default: that of"
              + " the revision that it follows).")
  private @Nullable Path versionPath;

  @Option(
      names = "--rev-id",
      paramLabel = "ID",
      description = "The identifier (default: twelve random hexadecimal digits).")
  private @Nullable String id;

  @Option(
      names = "--head",
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      description =
          "The head to follow, or LABEL@head, or base for a history of its own (default: head).")
  private List<String> heads = List.of("head");

  @Option(names = "--splice", description = "Let --head be no head, so that a branch begins there.")
  private boolean splice;

  @Option(
      names = "--depends-on",
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      description = "A revision of another branch that must run before; may be repeated.")
  private List<String> dependsOn = List.of();

  @Option(
      names = "--no-prove",
      description = "Do not run the migration on a throwaway database before handing it over.")
  private boolean unproven;

  @Option(
      names = "--replace",
      description =
          "Write the last revision anew, in its place, as long as no database has it; --head names"
              + " it where there are several.")
  private boolean replace;

  @Option(
      names = {"-y", "--yes"},
      description = "Replace it even if its file was edited by hand.")
  private boolean yes;

  @Option(
      names = "--safe",
      description =
          "Write it in steps that let readers and writers of the tables go on (default: [revision]"
              + " safe).")
  private boolean safe;

  @Option(names = "--sql", description = "Print the SQL of the migration instead of writing it.")
  private boolean sql;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    if (autogenerate && empty) {
      throw AutogenException.usage("--autogenerate and --empty exclude each other; leave one out.");
    }
    Console console = autogen.console();
    if (sql && empty) {
      throw AutogenException.usage("--sql and --empty exclude each other: there would be no SQL.");
    }
    if (replace && (sql || splice || !dependsOn.isEmpty() || !labels.labels().isEmpty())) {
      throw AutogenException.usage(
          "--replace excludes --sql, --splice, --branch-label and --depends-on: the new file takes"
              + " the place of the old one.");
    }
    try (Project project =
        autogen.open(config -> safe(shadow.addTo(against.addTo(renames.addTo(config), console))))) {
      if (sql) {
        ModelDrift drift = project.compareForRevision();
        if (json || drift.exists()) {
          if (json) {
            console.printExact(DriftOutput.json(drift, project.subject()));
          } else {
            console.printScript(drift.script());
          }
        }
        return 0;
      }
      RevisionPlace place = new RevisionPlace(heads, splice, labels.labels(), dependsOn);
      RevisionRequest request =
          new RevisionRequest(message, empty, id, !unproven, place, versionPath);
      RevisionOutcome outcome =
          replace
              ? project.replaceRevision(request, yes || confirmed(project, console))
              : project.writeRevision(request);
      if (json) {
        console.printExact(RevisionOutput.json(outcome, project.subject()));
      } else {
        RevisionOutput.print(console, outcome, project);
      }
      return outcome
              .revision()
              .flatMap(WrittenRevision::proof)
              .filter(Proof.Result::fails)
              .isPresent()
          ? 1
          : 0;
    }
  }

  private Config safe(Config config) {
    return safe ? config.withMigrations(config.migrations().withSafe(true)) : config;
  }

  /** Asks before an edited file is replaced, where somebody can be asked. */
  private boolean confirmed(Project project, Console console) {
    if (!console.isTerminal()) {
      return false;
    }
    ReplacedRevision replaced = project.revisionToReplace(heads);
    return !replaced.edited()
        || console.confirms(
            "Revision "
                + replaced.description()
                + " was edited, or not written on this machine. Replace it? [y/N] ");
  }
}
