package dev.autogen.cli;

import dev.autogen.Project;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen downgrade}. */
@Command(name = "downgrade", description = "Takes the database back to a revision.")
final class DowngradeCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;

  @Parameters(
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      defaultValue = "-1",
      description = "base, a revision, its first letters or -N (default: -1).")
  private String revision;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    try (Project project = autogen.open()) {
      RunOutput.print(autogen.console(), json, project.downgrade(revision));
      return 0;
    }
  }
}
