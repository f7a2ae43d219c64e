package dev.autogen.render.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of expected output. {@code -Dgolden.refresh=true} writes what the code gives now; the
 * change is then reviewed like any other.
 */
final class GoldenFile {

  private static final Path ROOT = Path.of("src/test/resources/golden");

  private GoldenFile() {}

  static void assertMatches(String name, String actual) {
    Path file = ROOT.resolve(name);
    try {
      if (Boolean.getBoolean("golden.refresh")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual)
          .as("%s; mvn test -Dgolden.refresh=true accepts a wanted change", file)
          .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
