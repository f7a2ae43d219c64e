package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same entities give the same file, byte for byte, in any process and for any order of the
 * class path. Identity hash codes and the order of {@code Set.of} differ from process to process.
 */
class SameBytesTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void isWrittenByEveryProcess(HibernateVersion hibernate) throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      processes.add(start(hibernate, seed));
    }
    for (Process process : processes) {
      String output = new String(process.getInputStream().readAllBytes());
      assertThat(process.waitFor()).as(output).isZero();
    }

    String first = Files.readString(directory.resolve("1"));
    assertThat(first.lines().count()).isGreaterThan(500);
    assertThat(Files.readString(directory.resolve("2"))).isEqualTo(first);
    assertThat(Files.readString(directory.resolve("3"))).isEqualTo(first);
  }

  private Process start(HibernateVersion hibernate, int seed) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RenderedModel.class.getName(),
            hibernate.name(),
            Integer.toString(seed),
            directory.resolve("cache" + File.separator + seed).toString(),
            directory.resolve(Integer.toString(seed)).toString());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
