package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cache of classes that cannot be written or is damaged: what it would hold is compiled. */
@Tag("attack")
class UnusableCacheTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;
  private Path cache;

  @BeforeEach
  void aMigration() {
    cache = directory.resolve("cache");
    project = TestProject.at(directory, database.url());
    project.migration("aaa1", "", "op.execute(\"create table t (id int)\");");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Result upgrade(String cacheHome) throws Exception {
    return CommandProcess.start(project, Map.of("XDG_CACHE_HOME", cacheHome), "upgrade").result();
  }

  private void isApplied(Result result, int lines) {
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).doesNotContain("\tat ", "Exception in").hasLineCount(lines);
    assertThat(database.query("select from t")).isEmpty();
  }

  /** As on a root that is read-only: what cannot be made in a folder cannot be made in this one. */
  @Test
  void aReadOnlyFolderIsNoFailure() throws Exception {
    // Both the cache and what stands in for it; root has further places.
    boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    Result result =
        CommandProcess.start(
                project,
                Map.of("XDG_CACHE_HOME", "/proc/1", "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=/proc"),
                "upgrade")
            .result();

    if (!root) {
      assertThat(result.err()).contains("warning: ", "cannot be kept", "XDG_CACHE_HOME");
    }
    isApplied(result, root ? 1 : 2); // with the line that Java says of its options
  }

  @Test
  void aFileInPlaceOfAFolderIsNoFailure() throws Exception {
    project.write(".autogen/migrations", "");
    project.write("cache/autogen", "");

    Result result = upgrade(cache.toString());

    assertThat(result.err()).contains("warning: ", "cannot be kept");
    isApplied(result, 1);
  }

  /** How a file is damaged. */
  enum Damage {
    EMPTY,
    TRUNCATED,
    GARBAGE,
    BIT,
    CLASS_VERSION
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedFileIsNoFailure(Damage damage) throws Exception {
    assertThat(upgrade(cache.toString()).code()).isZero();
    database.execute("drop schema public cascade; create schema public");
    int damaged = 0;
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".classes")).toList()) {
        damage(file, damage);
        damaged++;
      }
    }
    assertThat(damaged).isEqualTo(1);

    Result result = upgrade(cache.toString());

    assertThat(result.err()).contains("warning: ", "compiled again");
    isApplied(result, 1);
  }

  private static void damage(Path file, Damage damage) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (damage) {
      case EMPTY -> bytes = new byte[0];
      case TRUNCATED -> bytes = Arrays.copyOf(bytes, bytes.length / 2);
      case GARBAGE -> Arrays.fill(bytes, 4, bytes.length, (byte) 0x7f);
      case BIT -> bytes[bytes.length / 2] ^= 1;
      case CLASS_VERSION -> {
        for (int i = 0; i + 8 < bytes.length; i++) {
          if (bytes[i] == (byte) 0xCA && bytes[i + 1] == (byte) 0xFE) {
            bytes[i + 7] = 120;
          }
        }
      }
    }
    Files.write(file, bytes);
  }
}
