package dev.autogen.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.config.Config;
import dev.autogen.config.ConfigReader;
import dev.autogen.config.ConfigRequest;
import dev.autogen.model.MavenClasspath;
import dev.autogen.model.MavenSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class path that somebody else put where the answer of Maven is kept: its classes are run. */
@Tag("attack")
class ForgedClasspathTest {

  @TempDir Path directory;
  @TempDir Path cache;
  private Path kept;

  @BeforeEach
  void aForgedAnswer() throws IOException {
    Files.writeString(
        directory.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.acme</groupId>
          <artifactId>shop</artifactId>
          <version>1</version>
        </project>
        """);
    MavenClasspath.resolve(directory, cache, MavenSettings.NONE);
    try (Stream<Path> files = Files.list(cache)) {
      kept = files.findFirst().orElseThrow();
    }
    Files.writeString(kept, "o " + directory.resolve("evil") + "\n");
  }

  @Test
  void aCommittedOneIsNotRead() throws IOException {
    Path own = Files.createDirectories(directory.resolve(".autogen"));
    Files.copy(kept, own.resolve(kept.getFileName()));
    Config config =
        ConfigReader.read(new ConfigRequest(directory, null, null, List.of(), Map.of()));

    assertThat(EntityClasspath.of(config, null, message -> {}).entries())
        .containsExactly(directory.resolve("target/classes"));
  }

  @Test
  void oneThatOthersMayWriteIsNotRead() throws IOException {
    assertThat(MavenClasspath.isCached(directory, cache, MavenSettings.NONE)).isTrue();
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(MavenClasspath.isCached(directory, cache, MavenSettings.NONE)).isFalse();
    assertThat(MavenClasspath.resolve(directory, cache, MavenSettings.NONE).entries())
        .containsExactly(directory.resolve("target/classes"));
  }
}
