package dev.autogen.cli;

import dev.autogen.diff.RenameCandidate;
import dev.autogen.history.Step;
import dev.autogen.run.RunReport;
import dev.autogen.schema.QualifiedName;
import dev.autogen.text.Visible;
import dev.autogen.workspace.ProjectListener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Prints results on one stream, and progress on the other. All output passes through it, and it
 * makes text of others {@link Visible}: names, messages, contents of files. Output that only
 * programs read, JSON and scripts, is printed unchanged.
 */
final class Console implements ProjectListener {

  /** This number of migrations takes about a second to compile. */
  private static final int MANY = 100;

  private static final String ESCAPE = "\u001b[";

  private final PrintWriter out;
  private final PrintWriter err;
  private final Ansi ansi;
  private final boolean terminal;
  private final boolean quiet;
  private final boolean verbose;
  private final boolean live;
  private final Interruption interruption;
  private final IntSupplier terminalWidth;

  /** Begins a colour of the console's own: nothing that others wrote can have it. */
  private String mark = "";

  private final List<String> keptBack = new ArrayList<>();
  private @Nullable ProgressBar bar;
  private boolean following;
  private boolean passing;

  /**
   * A console.
   *
   * @param terminal whether a person looks at it
   * @param draws whether lines can be written over
   * @param interruption follows what is done, to tell it when a signal ends the command
   */
  Console(
      PrintWriter out,
      PrintWriter err,
      boolean terminal,
      boolean colours,
      boolean draws,
      boolean quiet,
      boolean verbose,
      Interruption interruption) {
    this(
        out,
        err,
        terminal,
        colours,
        draws,
        quiet,
        verbose,
        interruption,
        () -> TerminalWidth.UNKNOWN);
  }

  /**
   * A console on a terminal of some width.
   *
   * @param terminalWidth tells its columns; asked only for a person who wants short lines
   */
  Console(
      PrintWriter out,
      PrintWriter err,
      boolean terminal,
      boolean colours,
      boolean draws,
      boolean quiet,
      boolean verbose,
      Interruption interruption,
      IntSupplier terminalWidth) {
    this.terminalWidth = terminalWidth;
    this.interruption = interruption;
    this.terminal = terminal;
    this.live = draws && !quiet && !verbose;
    this.out = out;
    this.err = err;
    this.ansi = colours ? Ansi.ON : Ansi.OFF;
    this.quiet = quiet;
    this.verbose = verbose;
  }

  /** Begins to show how far something has come, where that can be shown. */
  void track(int total) {
    clear();
    bar = live && total > 1 ? new ProgressBar(err, total) : null;
  }

  /** Shows that so many are done. */
  void advance(int done, String label) {
    if (bar != null) {
      bar.show(done, label);
    }
  }

  /** Whether a bar shows how far something has come. */
  boolean isTracking() {
    return bar != null;
  }

  /** Removes the bar, and prints the lines that were held back meanwhile. */
  void tracked() {
    clear();
    bar = null;
    keptBack.forEach(this::say);
    keptBack.clear();
  }

  /** Reports the result of each revision that runs from now on, after any bar is removed. */
  void followRuns() {
    following = true;
  }

  /** How long a line may be; without a terminal and with {@code -v}, as long as it is. */
  int width() {
    return terminal && !verbose ? terminalWidth.getAsInt() : TerminalWidth.UNKNOWN;
  }

  private void clear() {
    if (bar != null) {
      bar.clear();
    }
    if (passing) {
      err.print(ProgressBar.ERASE);
      err.flush();
      passing = false;
    }
  }

  /** A line of the result. */
  void print(String line) {
    clear();
    out.println(painted(Visible.line(line)));
  }

  /** Lines of the result, as they are in the text. */
  void printText(String lines) {
    clear();
    out.println(painted(Visible.lines(lines)));
  }

  /** A result for a program, as it is. */
  void printExact(String result) {
    clear();
    out.println(result);
  }

  /** A script for another client: as it is, unless a person looks at it here. */
  void printScript(String script) {
    if (terminal) {
      printText(script);
    } else {
      printExact(script);
    }
  }

  /** A line of the result that {@code --quiet} leaves out. */
  void say(String line) {
    if (!quiet) {
      print(line);
    }
  }

  /** Lines of the result that {@code --quiet} leaves out. */
  void sayText(String lines) {
    if (!quiet) {
      printText(lines);
    }
  }

  /** What a person should know beside the result. */
  void note(String message) {
    if (!quiet) {
      clear();
      err.println(Visible.lines(message));
    }
  }

  /** A failure. */
  void error(String message) {
    clear();
    err.println(ansi.string("@|bold,red autogen:|@ ") + Visible.lines(message));
  }

  /** Prints the stack trace of a failure, with its causes. */
  void trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    err.println(Visible.lines(trace.toString().stripTrailing()));
  }

  /** Prints the result of an interruption; nothing if the message is empty. */
  void interrupted(String message) {
    if (!message.isEmpty()) {
      error(message);
    }
  }

  /** Text in a colour, where there are colours; for the methods of this console alone. */
  String coloured(String colour, String text) {
    if (!ansi.enabled()) {
      return text;
    }
    if (mark.isEmpty()) {
      mark = "\u001b" + UUID.randomUUID();
    }
    String on = Ansi.Style.on(Ansi.Style.valueOf("fg_" + colour));
    return on.replace(ESCAPE, mark) + Visible.line(text) + mark + "0m";
  }

  /** The visible text with the colours that this console gave it. */
  private String painted(String visible) {
    return mark.isEmpty() ? visible : visible.replace(Visible.line(mark), ESCAPE);
  }

  /** Asks, if somebody is at a terminal and the answer is not part of a program's input. */
  @Override
  public Optional<Boolean> isRename(RenameCandidate candidate) {
    if (!isTerminal()) {
      return Optional.empty();
    }
    RenameQuestion question = RenameQuestion.about(candidate, this::coloured);
    err.flush();
    String answer = System.console().readLine("%s", painted(Visible.line(question.text())));
    return answer == null ? Optional.empty() : Optional.of(question.isYes(answer));
  }

  /** Whether somebody is at a terminal and can be asked. */
  boolean isTerminal() {
    return terminal && System.console() != null;
  }

  /** Asks; anything but a yes is a no. */
  boolean confirms(String question) {
    clear();
    err.flush();
    String answer = System.console().readLine("%s", painted(Visible.line(question)));
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /** Asks; anything but a no is a yes. */
  boolean agrees(String question) {
    clear();
    err.flush();
    String answer = System.console().readLine("%s", painted(Visible.line(question)));
    return answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith("n");
  }

  @Override
  public void progress(String message) {
    if (!quiet) {
      clear();
      err.println(Visible.line(message) + " …");
    }
  }

  /** Shown on a terminal until the next output; elsewhere only if it takes longer than a moment. */
  @Override
  public void compiling(int migrations) {
    String message = "compiling " + migrations + (migrations == 1 ? " migration" : " migrations");
    if (live && following && bar == null) {
      passing = true;
      err.print(ProgressBar.ERASE + message + " …");
      err.flush();
    } else if (bar == null && migrations >= MANY) {
      progress(message);
    } else {
      detail(message);
    }
  }

  @Override
  public void writing() {
    interruption.writing();
  }

  @Override
  public void wrote(Path file) {
    interruption.wrote(file);
  }

  @Override
  public boolean wantsDetails() {
    return verbose;
  }

  @Override
  public void detail(String message) {
    if (verbose) {
      err.println(Visible.line(message));
    }
  }

  @Override
  public void starting(Step step, int position, int total) {
    interruption.starting(step);
    detail("running " + step.script().id() + " (" + position + " of " + total + ")");
    if (following) {
      if (position == 1) {
        track(total);
      }
      advance(position - 1, step.script().message());
    }
  }

  @Override
  public void finished(Step step, Duration took) {
    interruption.finished(step);
    detail("finished " + step.script().id() + " in " + took.toMillis() + " ms");
    if (following) {
      String line = new RunReport.Executed(step, took).summary();
      if (isTracking()) {
        keptBack.add(line);
      } else {
        say(line);
      }
    }
  }

  @Override
  public void statement(String sql) {
    if (verbose) {
      err.println(Visible.lines(sql));
    }
  }

  @Override
  public void waiting(String reason) {
    progress(reason);
  }

  @Override
  public void rowsChanged(QualifiedName table, long rows) {
    progress(rows + " rows of " + table + " changed");
  }

  @Override
  public void warning(String message) {
    clear();
    err.println(ansi.string("@|yellow warning:|@ ") + Visible.lines(message));
  }
}
