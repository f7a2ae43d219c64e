package dev.autogen.cli;

import dev.autogen.Project;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen upgrade}. */
@Command(name = "upgrade", description = "Brings the database up to a revision.")
final class UpgradeCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;

  @Parameters(
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      defaultValue = "head",
      description = "head, heads, a revision, its first letters or +N (default: head).")
  private String revision;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    try (Project project = autogen.open()) {
      RunOutput.print(autogen.console(), json, project.upgrade(revision));
      return 0;
    }
  }
}
