package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Records the sessions that the runner's statements wait for. It asks on another connection while a
 * statement runs, because afterwards the database no longer knows.
 */
final class LockWatch implements AutoCloseable {

  private final Connection watcher;
  private final ExecutionRules rules;
  private final String session;
  private final RunListener listener;
  private final long periodNanos;
  private final ScheduledExecutorService thread;

  private volatile long since;
  private volatile String blockers = "";

  LockWatch(
      Connection watcher,
      ExecutionRules rules,
      String session,
      Duration lockTimeout,
      RunListener listener) {
    this.watcher = watcher;
    this.rules = rules;
    this.session = session;
    this.listener = listener;
    this.periodNanos = Math.max(50, Math.min(1000, lockTimeout.toMillis() / 4)) * 1_000_000;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, "autogen-lock-watch");
              daemon.setDaemon(true);
              return daemon;
            });
    thread.scheduleWithFixedDelay(this::look, periodNanos, periodNanos, TimeUnit.NANOSECONDS);
  }

  /** A statement begins. */
  void begin() {
    blockers = "";
    since = System.nanoTime() | 1;
  }

  /** The statement has ended. */
  void end() {
    since = 0;
  }

  /** The sessions that the last statement waited for, or an empty text. */
  String blockers() {
    return blockers;
  }

  private void look() {
    long began = since;
    if (began == 0 || System.nanoTime() - began < periodNanos / 2) {
      return;
    }
    try {
      String found = rules.blockers(watcher, session).orElse("");
      if (!found.isEmpty() && since == began) {
        if (!found.equals(blockers)) {
          listener.waiting("waits for a lock that is held by " + found);
        }
        blockers = found;
      }
    } catch (SQLException e) {
      blockers = "";
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
