package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** POMs that keep whoever reads them busy. */
@Tag("attack")
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HostilePomTest {

  @TempDir Path directory;

  @Test
  void comments_and_modules_that_are_not_closed_are_read_once() throws Exception {
    Files.writeString(
        directory.resolve("pom.xml"),
        "<module>" + " ".repeat(100_000) + "<parent>".repeat(50_000) + "<!--".repeat(200_000));

    assertThat(MavenProject.isAggregator(directory)).isFalse();
    assertThat(MavenProject.in(directory).fingerprint(List.of())).hasSize(16);
  }

  @Test
  void what_is_closed_counts() throws Exception {
    Files.writeString(
        directory.resolve("pom.xml"), "<!-- <module>no</module> --><module>\n shop </module>");

    assertThat(MavenProject.isAggregator(directory)).isTrue();
  }
}
