package dev.autogen.cli;

import dev.autogen.config.ConfigReader;
import dev.autogen.file.AtomicFile;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files of a new project. {@code autogen.toml} is written last: if it exists, the others exist
 * too, so that an interrupted command can be run again and continues.
 *
 * @param directory the project's directory
 * @param texts what is to be written, by paths within the project
 */
record NewFiles(Path directory, Map<Path, String> texts) {

  private static final Path LAST = Path.of(ConfigReader.FILE_NAME);

  /**
   * Writes what is missing.
   *
   * @throws AutogenException if one of them is there and says something else; nothing is written
   */
  void write() {
    texts.forEach(this::requireFree);
    texts.forEach(
        (file, text) -> {
          if (!file.equals(LAST)) {
            write(directory.resolve(file), text);
          }
        });
    try {
      GitIgnore.add(directory);
    } catch (IOException e) {
      throw AutogenException.failed(".gitignore cannot be written: " + e, e);
    }
    write(directory.resolve(LAST), texts.get(LAST));
  }

  private void requireFree(Path name, String text) {
    Path file = directory.resolve(name);
    boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (there && (name.equals(LAST) || !holds(file, text))) {
      throw AutogenException.usage(
          "The file "
              + file
              + " exists already; edit it, or remove it and run 'autogen init'. Nothing was"
              + " written.");
    }
  }

  private static void write(Path file, String text) {
    try {
      if (!holds(file, text)) {
        AtomicFile.create(file, text);
      }
    } catch (IOException e) {
      throw AutogenException.failed(
          "The file "
              + file
              + " cannot be written: "
              + e
              + ". Mend that, and run the command again, which goes on from there.",
          e);
    }
  }

  /** Whether an interrupted command has written the file already. */
  private static boolean holds(Path file, String text) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Files.readString(file).equals(text);
    } catch (IOException e) {
      return false;
    }
  }
}
