package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.Step;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunReport;
import java.util.List;
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

  private boolean agreed;

  @Override
  boolean confirmed(Project project, Console console) {
    if (yes) {
      return true;
    }
    if (!console.isTerminal()) {
      project.refuseAdoptedLoss(revision, CONSENT);
      return true;
    }
    List<String> losses =
        project.sql(direction(), target()).stream()
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
    return project.downgrade(revision);
  }

  @Override
  RunReport run(MigrationRunner runner) {
    if (!yes && !agreed) {
      runner.refuseAdoptedLoss(revision, CONSENT);
    }
    return runner.downgrade(revision);
  }
}
