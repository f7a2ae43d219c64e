package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  @Test
  void colours_are_for_terminals_and_for_people_who_want_them() {
    assertThat(errorOf(true, Map.of())).contains("\u001b[");
    assertThat(errorOf(false, Map.of())).doesNotContain("\u001b[");
    assertThat(errorOf(true, Map.of("NO_COLOR", "1"))).doesNotContain("\u001b[");
    assertThat(errorOf(true, Map.of("TERM", "dumb"))).doesNotContain("\u001b[");
  }

  @Test
  void every_command_explains_itself() {
    for (String command :
        "init revision upgrade downgrade current history heads show stamp check diff".split(" ")) {
      StringWriter out = new StringWriter();
      int code = run(out, new StringWriter(), false, Map.of(), command, "--help");
      assertThat(code).isZero();
      assertThat(out.toString()).startsWith("Usage: autogen " + command).contains("--directory");
    }
  }

  @Test
  void what_is_compiled_is_shown_until_something_else_is() {
    StringWriter err = new StringWriter();
    Console terminal = console(err, true, false);
    terminal.followRuns();
    terminal.compiling(3);
    assertThat(err.toString()).isEqualTo("\r\u001b[Kcompiling 3 migrations …");
    terminal.say("done");
    assertThat(err.toString()).endsWith("…\r\u001b[K");

    StringWriter plain = new StringWriter();
    console(plain, false, false).compiling(3);
    assertThat(plain.toString()).isEmpty();
    console(plain, false, false).compiling(1000);
    assertThat(plain.toString()).isEqualTo("compiling 1000 migrations …\n");

    StringWriter verbose = new StringWriter();
    console(verbose, true, true).compiling(1);
    assertThat(verbose.toString()).isEqualTo("compiling 1 migration\n");
  }

  @Test
  @Tag("attack")
  void only_its_own_colours_are_colours() {
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out, true),
            new PrintWriter(new StringWriter()),
            true,
            true,
            true,
            false,
            false,
            new Interruption());

    console.say("\u001b[8m" + console.coloured("red", "a\u001b[2Jb") + "\n::error::c");
    console.sayText("d\r\n" + console.coloured("green", "e") + "\n\u202ef");
    console.printScript("\u001bg");
    console.printExact("\u001bh");

    assertThat(out.toString().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            "\\u001b[8m\u001b[31ma\\u001b[2Jb\u001b[0m\\n::error::c\n"
                + "d\n\u001b[32me\u001b[0m\n\\u202ef\n\\u001bg\n\u001bh\n");
  }

  private static Console console(StringWriter err, boolean terminal, boolean verbose) {
    PrintWriter out = new PrintWriter(new StringWriter());
    return new Console(
        out, new PrintWriter(err), terminal, false, terminal, false, verbose, new Interruption());
  }

  private static String errorOf(boolean terminal, Map<String, String> environment) {
    StringWriter err = new StringWriter();
    int code = run(new StringWriter(), err, terminal, environment, "-d", "/not/there", "history");
    assertThat(code).isEqualTo(2);
    return err.toString();
  }

  private static int run(
      StringWriter out,
      StringWriter err,
      boolean terminal,
      Map<String, String> environment,
      String... arguments) {
    return new CommandLineRun(new PrintWriter(out), new PrintWriter(err), terminal, environment)
        .execute(arguments);
  }
}
