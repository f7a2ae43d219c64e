package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.file.AtomicFile;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in a project where autogen keeps its own files. */
final class PrivateDirectory {

  private PrivateDirectory() {}

  /**
   * Creates the folder, and makes Git ignore it whatever the project's own settings are.
   *
   * @throws AutogenException if it is a symbolic link: a repository can make a link lead anywhere
   */
  static void prepare(Config config) {
    Path folder = config.privateDirectory();
    if (Files.isSymbolicLink(folder)) {
      throw AutogenException.usage(
          folder
              + " is a symbolic link, and what autogen keeps for itself is written to no place that"
              + " a repository can choose; delete the link, and run the command again.");
    }
    Path ignore = folder.resolve(".gitignore");
    if (Files.exists(ignore)) {
      return;
    }
    try {
      Files.createDirectories(folder);
      AtomicFile.create(ignore, "*\n");
    } catch (IOException e) {
      // Another process was faster, or nothing can be kept here. Whoever writes here reports that.
    }
  }
}
