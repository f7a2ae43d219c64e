package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules.Failure;
import dev.autogen.schema.AutogenException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Limits how often work is tried again that meets the locks of other sessions: for a bounded time,
 * with jitter.
 */
final class LockRetries {

  private static final long LONGEST_PAUSE_MILLIS = 5000;

  private final WorkSession session;
  private final long deadline;
  private int count;

  LockRetries(WorkSession session) {
    this.session = session;
    this.deadline = System.nanoTime() + session.settings().retryFor().toNanos();
  }

  /**
   * Whether work that failed in this way is worth another attempt; if so, this method waits first.
   */
  boolean waitForRetry(StatementFailed failure) {
    boolean blocked =
        failure.failure() == Failure.LOCK_TIMEOUT || failure.failure() == Failure.RETRY;
    if (!blocked || System.nanoTime() >= deadline) {
      return false;
    }
    count++;
    pause();
    return true;
  }

  private void pause() {
    long most = Math.min(LONGEST_PAUSE_MILLIS, 100L << Math.min(count, 6));
    long millis = ThreadLocalRandom.current().nextLong(most / 2, most);
    String blockers = session.blockers();
    session
        .settings()
        .listener()
        .waiting(
            "a lock was not granted within "
                + session.settings().lockTimeout().toMillis()
                + " ms"
                + (blockers.isEmpty() ? "" : "; it is held by " + blockers)
                + "; rolled back, trying again in "
                + millis
                + " ms");
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while waiting for a lock", e);
    }
  }
}
