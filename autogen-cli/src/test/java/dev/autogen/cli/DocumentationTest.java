package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.autogen.config.ConfigReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The documentation names what there is, and nothing else. */
class DocumentationTest {

  private static final Path ROOT = Path.of("..");
  private static final Path REFERENCE = ROOT.resolve("docs/reference.md");
  private static final Pattern COMMAND =
      Pattern.compile("^(?:\\$ )?(?:autogen-cli/bin/)?autogen (.*?)(?: > \\S+)?$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern KEY =
      Pattern.compile(
          "(?m)^\\| `((?:database|model|migrations|revision|diff|lint|runner|hooks|shadow)\\.[a-z-]+)` \\|");

  private static CommandLine commandLine() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return CommandTree.of(new AutogenCommand(nowhere, nowhere, false, false, Map.of()));
  }

  static Stream<String> commandsOfThePages() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : pages()) {
      boolean code = false;
      for (String line : Files.readAllLines(page)) {
        code ^= line.startsWith("```");
        Matcher command = COMMAND.matcher(line);
        if (code && command.matches()) {
          commands.add(command.group(1));
        }
      }
    }
    return commands.stream().distinct();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages)
          .filter(page -> page.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("commandsOfThePages")
  void a_command_in_the_pages_is_understood(String command) {
    List<String> words =
        WORD.matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .toList();

    assertThatCode(() -> commandLine().parseArgs(words.toArray(String[]::new)))
        .doesNotThrowAnyException();
  }

  @Test
  void the_reference_has_every_command_and_option() throws IOException {
    String reference = Files.readString(REFERENCE);
    commandLine()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(reference).containsPattern("(?m)^### `" + name + "[` ]");
              for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.hidden()) {
                  assertThat(reference).as(name).contains(option.longestName());
                }
              }
            });
  }

  @Test
  void the_reference_has_every_key() throws IOException {
    assertThat(KEY.matcher(Files.readString(REFERENCE)).results().map(key -> key.group(1)))
        .containsExactlyInAnyOrderElementsOf(ConfigReader.keys());
  }
}
