package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.authoring.RevisionPlace;
import dev.autogen.authoring.RevisionRequest;
import dev.autogen.authoring.WrittenMerge;
import dev.autogen.shadow.Proof;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen merge}. */
@Command(
    name = "merge",
    description =
        "Writes an empty migration that joins branches, and says whether they touch the same"
            + " objects.")
final class MergeCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private BranchLabelOption labels = new BranchLabelOption();

  @Parameters(
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      arity = "1..*",
      description = "heads, or the revisions to join.")
  private List<String> revisions;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "What the migration is for (default: what it merges).")
  private @Nullable String message;

  @Option(
      names = "--rev-id",
      paramLabel = "ID",
      description = "The identifier (default: twelve random hexadecimal digits).")
  private @Nullable String id;

  @Option(names = "--splice", description = "Let the revisions be no heads.")
  private boolean splice;

  @Option(
      names = "--no-prove",
      description = "Do not try both orders of the branches on a throwaway database.")
  private boolean unproven;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open()) {
      RevisionPlace place = new RevisionPlace(revisions, splice, labels.labels(), List.of());
      WrittenMerge merge = project.merge(new RevisionRequest(message, true, id, !unproven, place));
      if (json) {
        console.printExact(MergeOutput.json(merge));
      } else {
        MergeOutput.print(console, merge);
      }
      return merge.revision().proof().filter(Proof.Result::fails).isPresent() ? 1 : 0;
    }
  }
}
