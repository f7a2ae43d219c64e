package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.Step;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code autogen upgrade}. */
@Command(name = "upgrade", description = "Brings the database up to a revision.")
final class UpgradeCommand extends RunCommand {

  @Parameters(
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      arity = "0..1",
      defaultValue = "head",
      description = "head, heads, a revision, its first letters or +N (default: head).")
  private String revision;

  @Option(
      names = "--verify",
      description =
          "Refuse to begin if somebody changed what the pending revisions work on (default: [runner]"
              + " verify).")
  private boolean verify;

  @Override
  Step.Direction direction() {
    return Step.Direction.UPGRADE;
  }

  @Override
  String target() {
    return revision;
  }

  @Override
  RunReport run(Project project) {
    return project.runner().upgrade(revision, verify);
  }

  @Override
  RunReport run(MigrationRunner runner) {
    return runner.upgrade(revision);
  }
}
