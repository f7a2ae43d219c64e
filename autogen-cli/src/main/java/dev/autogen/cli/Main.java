package dev.autogen.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where the process starts. */
public final class Main {

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.setProperty("java.util.logging.config.class", QuietDrivers.class.getName());
    // MariaDB's driver writes every refused statement to the console otherwise.
    System.setProperty("mariadb.logging.disable", "true");
    // UTF-8 whatever the locale: the output is read by programs, and names are not always ASCII.
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    boolean terminal = isTerminal(System.console());
    CommandLineRun run = new CommandLineRun(out, err, terminal, System.getenv());
    SignalHook signals = SignalHook.on(run);
    int code = run.execute(arguments);
    out.flush();
    err.flush();
    signals.ended();
    System.exit(code);
  }

  /** From Java 22 on there is a console without a terminal, too; it then tells which. */
  private static boolean isTerminal(java.io.@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
