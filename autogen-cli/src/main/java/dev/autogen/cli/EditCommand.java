package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.RevisionScript;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen edit}. */
@Command(name = "edit", description = "Opens the file of a revision in $VISUAL or $EDITOR.")
final class EditCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;

  @Parameters(
      paramLabel = "REVISION",
      converter = RevisionSymbol.class,
      description = "head, current, a revision or its first letters.")
  private String revision;

  @Override
  public Integer call() {
    String editor = editor(autogen.environment());
    List<String> files = new ArrayList<>();
    try (Project project = autogen.open()) {
      for (RevisionScript script : project.revisions(revision)) {
        files.add(project.file(script).toString());
      }
    }
    if (files.isEmpty()) {
      throw AutogenException.usage(
          "No revision files indicated by symbol '" + revision + "'; run 'autogen history'.");
    }
    int code = run(editor, files);
    if (code != 0) {
      throw AutogenException.failed(
          "The editor '" + editor + "' ended with code " + code + "; see $VISUAL and $EDITOR.",
          null);
    }
    return 0;
  }

  private static String editor(Map<String, String> environment) {
    for (String variable : List.of("VISUAL", "EDITOR")) {
      String editor = environment.getOrDefault(variable, "");
      if (!editor.isBlank()) {
        return editor;
      }
    }
    throw AutogenException.usage(
        "No editor is set; run 'export EDITOR=vi', or another, and the command again.");
  }

  /** By a shell where there is one, as git does it: the variable may hold options and quotes. */
  private static int run(String editor, List<String> files) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> command =
        new ArrayList<>(
            windows
                ? List.of("cmd", "/c", editor)
                : List.of("sh", "-c", editor + " \"$@\"", editor));
    command.addAll(files);
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw AutogenException.failed(
          "The editor '" + editor + "' does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("Interrupted while the editor was open.", e);
    }
  }
}
