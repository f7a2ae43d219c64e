package dev.autogen.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.config.ConfigReader;
import dev.autogen.config.ConfigRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class path of entities as the configuration names it. */
class EntityClasspathTest {

  @TempDir private Path directory;

  private final List<String> said = new ArrayList<>();

  @Test
  void globsNameTheirFilesInOrder() throws IOException {
    touch("libs/b.jar");
    touch("libs/a.jar");
    touch("libs/deep/c.jar");

    assertThat(entries("libs/*.jar")).containsExactly("libs/a.jar", "libs/b.jar");
    assertThat(entries("libs/**.jar"))
        .containsExactly("libs/a.jar", "libs/b.jar", "libs/deep/c.jar");
    assertThat(said).isEmpty();
  }

  @Test
  void globsLookIntoLinkedFolders() throws IOException {
    touch("elsewhere/a.jar");
    Files.createSymbolicLink(directory.resolve("libs"), directory.resolve("elsewhere"));

    assertThat(entries("libs/*.jar")).containsExactly("libs/a.jar");
    assertThat(entries("libs/**.jar")).containsExactly("libs/a.jar");
  }

  @Test
  void globsThatMatchNothingAreNamed() throws IOException {
    touch("classes/A.class");

    assertThat(entries("classes", "libs/*.jar", "classes/*.jar")).containsExactly("classes");
    assertThat(said)
        .containsExactly(
            "[model] classpath: nothing matches 'libs/*.jar'",
            "[model] classpath: nothing matches 'classes/*.jar'");
  }

  private List<String> entries(String... classpath) throws IOException {
    String list = "\"" + String.join("\", \"", classpath) + "\"";
    Files.writeString(directory.resolve("autogen.toml"), "[model]\nclasspath = [" + list + "]\n");
    return EntityClasspath.of(
            ConfigReader.read(new ConfigRequest(directory, null, null, List.of(), Map.of())),
            null,
            said::add)
        .entries()
        .stream()
        .map(entry -> directory.relativize(entry).toString())
        .toList();
  }

  private void touch(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }
}
