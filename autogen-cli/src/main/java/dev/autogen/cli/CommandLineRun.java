package dev.autogen.cli;

import dev.autogen.schema.AutogenException;
import dev.autogen.text.Secrets;
import dev.autogen.text.Visible;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** One run of the command line with streams and environment of the caller's. */
public final class CommandLineRun {

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private final boolean colours;
  private final Map<String, String> environment;
  private volatile @Nullable AutogenCommand running;

  /**
   * A run that writes to the given streams.
   *
   * @param terminal whether a person looks at them
   */
  public CommandLineRun(
      PrintWriter out, PrintWriter err, boolean terminal, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.environment = Map.copyOf(environment);
    this.colours =
        terminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
  }

  /** Runs a command and returns the exit code of the process. */
  public int execute(String... arguments) {
    AutogenCommand root = new AutogenCommand(out, err, terminal, colours, environment);
    running = root;
    CommandLine commandLine =
        CommandTree.of(root, arguments)
            .setOut(out)
            .setErr(err)
            .setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF))
            .setParameterExceptionHandler((e, args) -> misused(e))
            .setExecutionExceptionHandler((e, command, parsed) -> failed(e, root));
    return commandLine.execute(arguments);
  }

  private int misused(CommandLine.ParameterException e) {
    CommandLine command = e.getCommandLine();
    err.println("autogen: " + Visible.lines(Secrets.hideInAddresses(words(e))));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Run '" + command.getCommandSpec().qualifiedName() + " --help' for its usage.");
    return AutogenException.Exit.USAGE.code();
  }

  private static String words(CommandLine.ParameterException e) {
    boolean command = e.getCommandLine().getParent() == null;
    if (command
        && e instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()) {
      return "There is no command '" + unmatched.getUnmatched().get(0) + "'.";
    }
    String message = String.valueOf(e.getMessage()).replace("option option", "option");
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      for (String argument : unmatched.getUnmatched()) {
        message = message.replace(argument, withoutValue(argument));
      }
    } else if (e.getArgSpec() != null
        && e.getArgSpec().isOption()
        && e.getArgSpec().typeInfo().isMap()) {
      return message.replaceFirst("(?s) but was .*", "");
    }
    return message;
  }

  /** What may be an address or a secret, mistyped, is not repeated. */
  private static String withoutValue(String argument) {
    int end = 0;
    while (end < argument.length() && ":=".indexOf(argument.charAt(end)) < 0) {
      end++;
    }
    return end == argument.length() ? argument : argument.substring(0, end + 1) + "…";
  }

  private int failed(Exception e, AutogenCommand root) {
    Console console = root.console();
    AutogenException.Exit exit =
        e instanceof AutogenException known ? known.exit() : AutogenException.Exit.FAILED;
    console.tracked();
    if (root.interruption().isRaised()) {
      console.interrupted(root.advising(root.interruption().message(e)));
      return exit.code();
    }
    console.error(root.advising(Failure.message(e)));
    if (root.options().verbose()) {
      console.trace(e);
    } else if (!(e instanceof AutogenException)) {
      console.error("Run the command again with -v for the stack trace.");
    }
    return exit.code();
  }

  /** Ends what the command does on databases, from another thread; it may be called again. */
  void interrupt() {
    AutogenCommand root = running;
    if (root != null) {
      root.interrupt();
    }
  }

  /** Takes the databases away from a command that does not end by {@link #interrupt}. */
  void abort() {
    AutogenCommand root = running;
    if (root != null) {
      root.abort();
    }
  }

  /** Whether the command may have something to undo on a database. */
  boolean isAtWork() {
    AutogenCommand root = running;
    return root != null && root.isAtWork();
  }

  /** Says what an interruption came to, unless the command has said it. */
  void tellInterruption() {
    AutogenCommand root = running;
    if (root != null) {
      root.console().interrupted(root.advising(root.interruption().message(null)));
    }
  }
}
