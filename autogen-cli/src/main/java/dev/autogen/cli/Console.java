package dev.autogen.cli;

import dev.autogen.ProjectListener;
import dev.autogen.diff.Rename;
import dev.autogen.history.Step;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** Results on the one stream, what happens meanwhile on the other. */
final class Console implements ProjectListener {

  private final PrintWriter out;
  private final PrintWriter err;
  private final Ansi ansi;
  private final boolean terminal;
  private final boolean quiet;
  private final boolean verbose;

  Console(
      PrintWriter out,
      PrintWriter err,
      boolean terminal,
      boolean colours,
      boolean quiet,
      boolean verbose) {
    this.terminal = terminal;
    this.out = out;
    this.err = err;
    this.ansi = colours ? Ansi.ON : Ansi.OFF;
    this.quiet = quiet;
    this.verbose = verbose;
  }

  /** A line of the result. */
  void print(String line) {
    out.println(line);
  }

  /** A line of the result that {@code --quiet} leaves out. */
  void say(String line) {
    if (!quiet) {
      out.println(line);
    }
  }

  /** What a person should know beside the result. */
  void note(String message) {
    if (!quiet) {
      err.println(message);
    }
  }

  /** A failure. */
  void error(String message) {
    err.println(ansi.string("@|bold,red autogen:|@ ") + message);
  }

  /** Text in a colour, where there are colours. */
  String coloured(String colour, String text) {
    return ansi.enabled()
        ? Ansi.Style.on(Ansi.Style.valueOf("fg_" + colour)) + text + "\u001b[0m"
        : text;
  }

  /** Asks, where somebody sits at a terminal and the answer is not lost in a program's input. */
  @Override
  public Optional<Boolean> isRename(Rename candidate) {
    java.io.Console terminal = System.console();
    if (!ansi.enabled() || terminal == null) {
      return Optional.empty();
    }
    String answer =
        terminal.readLine(
            "%s is dropped and %s added. Was it renamed? [Y/n] ",
            candidate.operation().object(), candidate.to());
    return Optional.of(answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith("n"));
  }

  /** Whether somebody sits at a terminal, who can be asked. */
  boolean isTerminal() {
    return terminal && System.console() != null;
  }

  /** Asks; anything but a yes is a no. */
  boolean confirms(String question) {
    err.flush();
    String answer = System.console().readLine("%s", question);
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  @Override
  public void progress(String message) {
    if (!quiet) {
      err.println(message + " …");
    }
  }

  @Override
  public void detail(String message) {
    if (verbose) {
      err.println(message);
    }
  }

  @Override
  public void starting(Step step, int position, int total) {
    detail("running " + step.script().id() + " (" + position + " of " + total + ")");
  }

  @Override
  public void finished(Step step, Duration took) {
    detail("finished " + step.script().id() + " in " + took.toMillis() + " ms");
  }

  @Override
  public void statement(String sql) {
    detail(sql);
  }

  @Override
  public void waiting(String reason) {
    progress(reason);
  }

  @Override
  public void warning(String message) {
    err.println(ansi.string("@|yellow warning:|@ ") + message);
  }
}
