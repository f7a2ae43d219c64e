package dev.autogen;

import dev.autogen.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of what autogen keeps for itself in a project. */
final class PrivateDirectory {

  private PrivateDirectory() {}

  /** Creates the folder so that Git ignores it, whatever the project's own settings say. */
  static void prepare(Config config) {
    Path ignore = config.privateDirectory().resolve(".gitignore");
    if (Files.exists(ignore)) {
      return;
    }
    try {
      Files.createDirectories(config.privateDirectory());
      Files.writeString(ignore, "*\n", StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      // Another process was faster, or nothing can be kept here; who needs to keep it will say so.
    }
  }
}
