package dev.autogen.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories on disk. */
final class Directories {

  private Directories() {}

  /** Deletes a directory with everything in it; one that is not there is no error. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(directory)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  /** The user's cache of autogen, by the XDG base directory specification. */
  static Path userCache() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home", ""));
    Path cache =
        configured != null && !configured.isBlank() ? Path.of(configured) : home.resolve(".cache");
    boolean writable = Files.isWritable(cache) || (Files.isWritable(home) && !Files.exists(cache));
    return writable
        ? cache.resolve("autogen")
        : Path.of(
            System.getProperty("java.io.tmpdir"), "autogen-" + System.getProperty("user.name"));
  }
}
