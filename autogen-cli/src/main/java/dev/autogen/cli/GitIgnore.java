package dev.autogen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Keeps autogen's own folder out of Git. */
final class GitIgnore {

  private static final String ENTRY = ".autogen/";

  private GitIgnore() {}

  /** Adds the folder to {@code .gitignore}, where there is one or the project uses Git. */
  static void add(Path directory) throws IOException {
    Path file = directory.resolve(".gitignore");
    if (!Files.exists(file) && !Files.exists(directory.resolve(".git"))) {
      return;
    }
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    if (lines.stream().map(String::strip).anyMatch(line -> line.matches("/?\\.autogen/?"))) {
      return;
    }
    boolean newline = !lines.isEmpty() && !Files.readString(file).endsWith("\n");
    Files.writeString(
        file,
        (newline ? "\n" : "") + ENTRY + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
