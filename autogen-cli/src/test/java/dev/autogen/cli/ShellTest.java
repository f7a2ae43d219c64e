package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What shells and {@code man} make of the commands: examples, completion and the manual page. */
class ShellTest {

  @TempDir Path directory;

  private static CommandLine commands() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return CommandTree.of(new AutogenCommand(nowhere, nowhere, false, false, Map.of()));
  }

  static Stream<String> names() {
    return commands().getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_command_has_examples_that_are_understood(String name) {
    assertThat(Examples.of(name)).isNotEmpty();
    for (String example : Examples.of(name)) {
      String line = example.replaceFirst("^.*?\\bautogen ", "").replaceFirst(" > .*$|\\)$", "");
      String[] words =
          Arrays.stream(line.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
              .map(word -> word.replace("\"", ""))
              .toArray(String[]::new);
      assertThat(commands().parseArgs(words).subcommand().commandSpec().name()).isEqualTo(name);
    }
    assertThat(new TestProject(directory).run(name, "--help").out())
        .startsWith("Usage: autogen " + name)
        .contains("\nExamples:\n  ", Examples.of(name).get(0));
  }

  @EnabledIf("hasBash")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "autogen up | upgrade",
        "autogen ensure | ensure-version",
        "autogen history --g | --graph",
        "autogen stamp --pu | --purge",
        "autogen -q heads --res | --resolve-dependencies",
        "autogen completion z | zsh",
        "autogen diff --format sq | sql",
      })
  void bash_completes(String typed, String completed) throws Exception {
    Path script = directory.resolve("autogen.bash");
    Files.writeString(script, new TestProject(directory).run("completion", "bash").out());
    List<String> words = List.of(typed.split(" "));
    String program =
        """
        compopt() { :; } # is for the shell itself
        source '%s'
        COMP_WORDS=(%s)
        COMP_CWORD=%d
        COMP_LINE='%s'
        COMP_POINT=${#COMP_LINE}
        complete=$(complete -p autogen)
        complete=${complete#*-F }
        ${complete%%%% *}
        echo "${COMPREPLY[@]}"
        """
            .formatted(script, typed, words.size() - 1, typed);

    assertThat(output("bash", "-c", program).strip().split("\\s+")).containsExactly(completed);
  }

  @Test
  void other_shells_are_not_known() {
    assertThat(new TestProject(directory).run("completion", "fish").code()).isEqualTo(2);
  }

  /** A shell at a terminal of its own, in which the words are typed and the tabulator is struck. */
  @EnabledIf("hasZsh")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "autogen ensure | autogen ensure-version",
        "autogen stamp --pu | autogen stamp --purge",
        "autogen -q heads --res | autogen -q heads --resolve-dependencies",
        "autogen diff --format s | autogen diff --format sql",
      })
  void zsh_completes(String typed, String completed) throws Exception {
    Path script = directory.resolve("autogen.zsh");
    Files.writeString(script, new TestProject(directory).run("completion", "zsh").out());
    String program =
        """
        zmodload zsh/zpty
        zpty shell 'TERM=dumb HOME=%s zsh -f -i'
        zpty -w shell "source '%s'; print rea''dy"
        zpty -r shell said '*ready*'
        zpty -w -n shell "%s"$'\t'
        zpty -r shell said '*%s*'
        print -r -- $said
        zpty -d shell
        """
            .formatted(directory, script, typed, completed.substring(completed.lastIndexOf(' ')));

    assertThat(output("timeout", "60", "zsh", "-f", "-c", program).replaceAll(".\b", ""))
        .contains(completed.substring(completed.lastIndexOf(' ') + 1));
  }

  @Test
  void the_build_writes_the_manual_and_the_completion() throws Exception {
    DocumentsProcessor.write(directory, "1.2");

    String manual = Files.readString(directory.resolve("man/man1/autogen.1"));
    assertThat(manual).startsWith(".TH \"AUTOGEN\" \"1\" \"\" \"autogen 1.2\"");
    commands()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(manual).contains(".SS \"autogen " + name.replace("-", "\\-"));
              command
                  .getCommandSpec()
                  .options()
                  .forEach(
                      option ->
                          assertThat(manual).contains(option.longestName().replace("-", "\\-")));
            });
    assertThat(directory.resolve("completion/autogen.bash")).isNotEmptyFile();
    assertThat(directory.resolve("completion/autogen.zsh")).isNotEmptyFile();
  }

  @Test
  @EnabledIf("hasGroff")
  void man_shows_the_manual() throws Exception {
    DocumentsProcessor.write(directory, "1.2");

    String shown =
        output(
            "groff",
            "-man",
            "-Tutf8",
            "-ww",
            "-P-c",
            directory.resolve("man/man1/autogen.1").toString());

    assertThat(shown.replaceAll(".\b", ""))
        .contains("NAME", "autogen upgrade [REVISION]", "--dry-run", "EXIT STATUS")
        .doesNotContain("warning:", "error:");
  }

  static boolean hasBash() {
    return has("bash");
  }

  static boolean hasGroff() {
    return has("groff");
  }

  static boolean hasZsh() {
    return has("zsh");
  }

  private static boolean has(String program) {
    boolean found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (!found) {
      System.err.println(
          "NOT TRIED: " + program + " is not installed, so nothing was tried in it.");
    }
    return found;
  }

  private String output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
