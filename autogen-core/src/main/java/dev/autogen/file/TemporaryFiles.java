package dev.autogen.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files in a folder of their own, which is deleted when it is closed. */
public final class TemporaryFiles implements AutoCloseable {

  private final Path directory;

  private TemporaryFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes files.
   *
   * @param prefix the beginning of the folder's name
   * @param files the texts by their paths within the folder
   */
  public static TemporaryFiles of(String prefix, Map<Path, String> files) {
    try {
      TemporaryFiles result = new TemporaryFiles(Files.createTempDirectory(prefix));
      try {
        for (Map.Entry<Path, String> each : files.entrySet()) {
          Path file = result.directory.resolve(each.getKey().toString());
          Files.createDirectories(file.getParent());
          Files.writeString(file, each.getValue());
        }
      } catch (IOException e) {
        result.close();
        throw e;
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder. */
  public Path directory() {
    return directory;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path each : List.copyOf(files.sorted(Comparator.reverseOrder()).toList())) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // It is in the folder for temporary files.
    }
  }
}
