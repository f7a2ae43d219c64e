package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.Step;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunReport;
import dev.autogen.schema.AutogenException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code autogen downgrade}. */
@Command(name = "downgrade", description = "Takes the database back to a revision.")
final class DowngradeCommand extends RunCommand {

  private static final String CONSENT = "--yes";

  @Parameters(
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      arity = "0..1",
      defaultValue = "-1",
      description = "base, a revision, its first letters or -N (default: -1).")
  private String revision;

  @Option(
      names = {"-y", "--yes"},
      description =
          "On a terminal, do not ask before data is dropped. Elsewhere, undo what was only noted by"
              + " 'stamp', too.")
  private boolean yes;

  @Option(
      names = "--undo-baseline",
      paramLabel = "ID",
      description =
          "Undo this baseline, too, with what was in the database before autogen; needs --yes.")
  private @Nullable String baseline;

  private boolean agreed;

  @Override
  boolean confirmed(Project project, Console console) {
    requireConsent();
    project.runner().refuseBaselineLoss(revision, baseline);
    if (yes) {
      return true;
    }
    if (!console.isTerminal()) {
      project.runner().refuseAdoptedLoss(revision, CONSENT);
      return true;
    }
    List<String> losses =
        project.runner().sql(direction(), target()).stream()
            .flatMap(step -> step.losses().stream())
            .toList();
    if (losses.isEmpty()) {
      return true;
    }
    console.warning("this downgrade loses data:");
    losses.forEach(loss -> console.warning("  " + loss));
    return console.confirms("Go on? [y/N] ");
  }

  @Override
  boolean confirmedInSchemas(Console console) {
    requireConsent();
    if (yes || !console.isTerminal()) {
      return true;
    }
    agreed =
        console.confirms(
            "Every schema goes down to "
                + revision
                + ", and the data of what is dropped with it. Go on? [y/N] ");
    return agreed;
  }

  private void requireConsent() {
    if (baseline != null && !yes) {
      throw AutogenException.usage(
          "--undo-baseline takes away what was in the database before autogen; add --yes if that is"
              + " meant.");
    }
  }

  @Override
  Step.Direction direction() {
    return Step.Direction.DOWNGRADE;
  }

  @Override
  String target() {
    return revision;
  }

  @Override
  RunReport run(Project project) {
    return project.runner().downgrade(revision, baseline);
  }

  @Override
  RunReport run(MigrationRunner runner) {
    if (!yes && !agreed) {
      runner.refuseAdoptedLoss(revision, CONSENT);
    }
    return runner.undoing(baseline).downgrade(revision);
  }
}
