package dev.autogen.workspace;

import dev.autogen.run.RunningStatements;
import dev.autogen.schema.AutogenException;

/** Lets another thread interrupt a command, such as the one that handles Ctrl+C. */
public final class Interruption {

  private final RunningStatements statements = new RunningStatements();
  private final Object gate = new Object();
  private boolean interrupted;

  Interruption() {}

  /** The statements that an interruption cancels. */
  RunningStatements statements() {
    return statements;
  }

  /**
   * Does work that an interruption cannot cut: the interruption comes before or after it.
   *
   * @throws AutogenException if the command was interrupted before
   */
  public void holdOff(Runnable work) {
    synchronized (gate) {
      if (interrupted) {
        throw AutogenException.failed("The command was interrupted; nothing was written.", null);
      }
      work.run();
    }
  }

  /** Cancels what runs on the databases, and lets nothing be written any more. */
  public void interrupt() {
    synchronized (gate) {
      interrupted = true;
    }
    statements.cancel();
  }

  /** Closes the connections of statements that {@link #interrupt} did not end. */
  public void abort() {
    statements.abort();
  }
}
