package dev.autogen.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A project whose settings a test writes. */
abstract class ConfigFixture {

  @TempDir Path directory;

  Config read(String name, Map<String, String> environment) {
    return ConfigReader.read(
        new ConfigRequest(directory, null, name, null, List.of(), environment));
  }

  Config read(Map<String, String> environment) {
    return ConfigReader.read(new ConfigRequest(directory, null, null, List.of(), environment));
  }

  void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
