package dev.autogen.cli;

import dev.autogen.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps autogen's own folder out of Git. */
final class GitIgnore {

  private static final String ENTRY = ".autogen/";

  private GitIgnore() {}

  /** Adds the folder to {@code .gitignore}, where there is one or the project uses Git. */
  static void add(Path directory) throws IOException {
    Path file = directory.resolve(".gitignore");
    if (Files.isSymbolicLink(file)) {
      return; // Git does not follow one either
    }
    if (!Files.exists(file) && !Files.exists(directory.resolve(".git"))) {
      return;
    }
    String text = Files.exists(file) ? Files.readString(file) : "";
    if (text.lines().map(String::strip).anyMatch(line -> line.matches("/?\\.autogen/?"))) {
      return;
    }
    boolean newline = !text.isEmpty() && !text.endsWith("\n");
    AtomicFile.replace(file, text + (newline ? "\n" : "") + ENTRY + "\n");
  }
}
