package dev.autogen.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a command that a signal interrupts (SIGINT, SIGTERM, SIGHUP): what runs on the server is
 * cancelled, the transaction is rolled back and an embedded server is stopped before the process
 * ends, with the exit code that Java gives for the signal (130, 143, 129).
 *
 * <p>Java runs this when the process ends, however it does; a command that has ended by itself is
 * not interrupted.
 */
final class SignalHook {

  /** Time for a rollback and for a server of autogen's own to stop. */
  private static final long PATIENCE_MILLIS = 5000;

  /** Time for a thread to end that does not work on a database. */
  private static final long GRACE_MILLIS = 1000;

  private static final long POLL_MILLIS = 50;

  private final CommandLineRun run;
  private final CountDownLatch ended = new CountDownLatch(1);

  private SignalHook(CommandLineRun run) {
    this.run = run;
  }

  /** Waits for signals until the command has {@link #ended}. */
  static SignalHook on(CommandLineRun run) {
    SignalHook hook = new SignalHook(run);
    Runtime.getRuntime().addShutdownHook(new Thread(hook::stop, "interruption"));
    return hook;
  }

  /** The command has ended by itself. */
  void ended() {
    ended.countDown();
  }

  private void stop() {
    if (ended.getCount() == 0) {
      return;
    }
    try {
      if (!ends(PATIENCE_MILLIS, run::interrupt)) {
        run.abort();
        ends(GRACE_MILLIS, () -> {});
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    run.tellInterruption();
  }

  /** Whether the command ends, or is at work on no database for a while, within some time. */
  private boolean ends(long patienceMillis, Runnable pressing) throws InterruptedException {
    long left = patienceMillis;
    for (long idle = 0; idle < GRACE_MILLIS; idle = run.isAtWork() ? 0 : idle + POLL_MILLIS) {
      pressing.run();
      if (ended.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
      left -= POLL_MILLIS;
      if (left <= 0) {
        return false;
      }
    }
    return true;
  }
}
