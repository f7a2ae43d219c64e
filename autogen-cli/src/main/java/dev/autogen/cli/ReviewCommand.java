package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.RevisionScript;
import dev.autogen.review.ReviewedRevision;
import dev.autogen.review.Verdict;
import dev.autogen.schema.AutogenException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen review}. */
@Command(
    name = "review",
    description =
        "Gathers what a reviewer needs to know of revisions: what they change, what is lost, who"
            + " waits, whether they were tried, and how to go back; exits with 1 if one fails.")
final class ReviewCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private ShadowOption shadow = new ShadowOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "REVISION",
      description =
          "A revision, or a range such as ae10:head (default: what the database does not have).")
  private @Nullable String revision;

  @Option(
      names = "--since",
      paramLabel = "GITREF",
      description = "The revisions whose files were added or changed since then, such as main.")
  private @Nullable String since;

  @Override
  public Integer call() {
    if (revision != null && since != null) {
      throw AutogenException.usage("Name a revision or --since, not both.");
    }
    boolean named = revision != null || since != null;
    try (Project project =
        autogen.open(config -> shadow.addTo(named ? config.provingHistory() : config))) {
      List<RevisionScript> revisions = project.revisionsToLint(revision, since);
      List<ReviewedRevision> reviewed = project.review(revisions);
      new ReviewOutput(autogen.console()).print(autogen.options().format(), reviewed);
      return reviewed.stream().anyMatch(each -> each.verdict() == Verdict.FAILS) ? 1 : 0;
    }
  }
}
