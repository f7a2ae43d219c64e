package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.Step;
import dev.autogen.run.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code autogen downgrade}. */
@Command(name = "downgrade", description = "Takes the database back to a revision.")
final class DowngradeCommand extends RunCommand {

  @Parameters(
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      defaultValue = "-1",
      description = "base, a revision, its first letters or -N (default: -1).")
  private String revision;

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
}
