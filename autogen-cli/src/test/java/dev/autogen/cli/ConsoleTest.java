package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
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
