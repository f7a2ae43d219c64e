package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The launcher for Windows says what the other one says, as far as it can be told from its text.
 */
class WindowsLauncherTest {

  /**
   * Options of every start; those that depend on files and archives of classes are written apart.
   */
  private static final Pattern OPTION =
      Pattern.compile("(?<=^set -- | )(-X(?!X:(?:ErrorFile|-DumpReplay))\\S+)(?= |$)");

  @Test
  void it_starts_java_with_the_same_options() throws IOException {
    List<String> options =
        Files.readAllLines(Path.of("bin/autogen")).stream()
            .filter(line -> line.startsWith("set -- -XX"))
            .flatMap(line -> OPTION.matcher(line).results().map(MatchResult::group))
            .distinct()
            .toList();

    assertThat(options).contains("-XX:+UseSerialGC", "-XX:-CreateCoredumpOnCrash");
    assertThat(Files.readString(Path.of("bin/autogen.cmd")))
        .contains(options)
        .contains("dev.autogen.cli.Main %*");
  }

  /** With other line ends, labels of scripts are not always found. */
  @Test
  void its_lines_end_as_windows_has_it() throws IOException {
    assertThat(Files.readString(Path.of("bin/autogen.cmd")).replace("\r\n", ""))
        .doesNotContain("\n", "\r");
  }
}
