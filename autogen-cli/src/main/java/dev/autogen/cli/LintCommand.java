package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.history.RevisionScript;
import dev.autogen.lint.Finding;
import dev.autogen.schema.AutogenException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen lint}. */
@Command(
    name = "lint",
    description =
        "Runs migrations on a throwaway database, measures what each statement locks, rewrites and"
            + " scans, and says what that does to those who use the database meanwhile; exits with"
            + " 1 if something is found at the level of --fail-on.")
final class LintCommand implements Callable<Integer> {

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

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      defaultValue = "error",
      description = "The least level with which the command exits with 1: warning or error.")
  private String failOn;

  @Override
  public Integer call() {
    Level least = level();
    if (revision != null && since != null) {
      throw AutogenException.usage("Name a revision or --since, not both.");
    }
    boolean named = revision != null || since != null;
    try (Project project =
        autogen.open(config -> shadow.addTo(named ? config.provingHistory() : config))) {
      List<RevisionScript> revisions = project.revisionsToLint(revision, since);
      List<Finding> findings = project.lint(revisions);
      new LintOutput(autogen.console(), revisions.size())
          .print(autogen.options().format(), findings);
      return findings.stream().anyMatch(each -> each.level().compareTo(least) >= 0) ? 1 : 0;
    }
  }

  private Level level() {
    return switch (failOn.toLowerCase(Locale.ROOT)) {
      case "warning" -> Level.WARNING;
      case "error" -> Level.ERROR;
      default ->
          throw AutogenException.usage("--fail-on is warning or error, not \"" + failOn + "\".");
    };
  }
}
