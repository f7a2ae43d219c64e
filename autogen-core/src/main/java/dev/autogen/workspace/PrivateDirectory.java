package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.file.WholeFile;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of what autogen keeps for itself in a project. */
final class PrivateDirectory {

  private PrivateDirectory() {}

  /**
   * Creates the folder so that Git ignores it, whatever the project's own settings say.
   *
   * @throws AutogenException if it is a symbolic link, which a repository can lead anywhere
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
      WholeFile.create(ignore, "*\n");
    } catch (IOException e) {
      // Another process was faster, or nothing can be kept here; who needs to keep it will say so.
    }
  }
}
