package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules.Failure;
import dev.autogen.dialect.ExecutionRules.Outcome;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.history.Sha256;
import dev.autogen.migration.Operations.ConnectionWork;
import dev.autogen.run.StepLog.Action;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs steps outside of the revision's transaction.
 *
 * <p>A statement that can run in a transaction gets one of its own, which commits it together with
 * its step in the journal. Any other statement is recorded in the journal before and after. So the
 * next run after a crash knows that it was running, and asks the database what became of it.
 */
final class NonTransactional {

  private static final long POLL_MILLIS = 100;

  private final RevisionTransaction transaction;
  private final WorkSession session;
  private final StepLog log;

  NonTransactional(RevisionTransaction transaction) {
    this.transaction = transaction;
    this.session = transaction.session();
    this.log = transaction.log();
  }

  /** Runs a statement in a transaction of its own, unless the database says that it cannot. */
  void attempt(String what, String sql) {
    String hash = Sha256.of(sql);
    Action action = log.next(what, hash);
    if (action == Action.RUN) {
      try {
        transaction.alone(what, hash, () -> session.execute(sql));
        session.restoreSettings(sql);
        return;
      } catch (StatementFailed e) {
        if (e.failure() != Failure.NO_TRANSACTION) {
          throw e;
        }
      }
    }
    run(what, sql, hash, action);
  }

  /** Runs a statement that cannot run in a transaction. */
  void run(String what, String sql) {
    String hash = Sha256.of(sql);
    run(what, sql, hash, log.next(what, hash));
  }

  private void run(String what, String sql, String hash, Action action) {
    if (action == Action.SKIP) {
      return;
    }
    if (action == Action.RESUME && !isRepeatable(what, sql)) {
      finish(log.entry().orElseThrow().id());
      return;
    }
    long entry =
        action == Action.RESUME
            ? log.entry().orElseThrow().id()
            : transaction.started(what, hash, null);
    try {
      limitLockWait(longest());
      session.execute(sql);
      limitLockWait(session.settings().lockTimeout());
    } catch (StatementFailed e) {
      throw afterCleanup(e, entry, sql);
    }
    finish(entry);
  }

  /**
   * The longest wait for the transactions of others. A statement that waits for them, such as the
   * build of an index, blocks nobody meanwhile, so it may use all the time for retries; but it must
   * not wait forever for a session that was forgotten within a transaction.
   */
  private Duration longest() {
    Duration timeout = session.settings().lockTimeout();
    Duration retries = session.settings().retryFor();
    return timeout.compareTo(retries) > 0 ? timeout : retries;
  }

  private void limitLockWait(Duration limit) {
    session.watched(
        "lock timeout", () -> session.rules().limitLockWait(session.connection(), limit));
  }

  /**
   * Runs a statement that the database commits by itself. The journal keeps what it changes as it
   * was before; so the next run after a crash can tell whether it took effect.
   *
   * @param before the schema as it is now; read only if the statement has not run
   */
  void change(String what, SqlStatement statement, Supplier<Schema> before) {
    String sql = statement.sql();
    String hash = Sha256.of(sql);
    Action action = log.next(what, hash);
    if (action == Action.SKIP) {
      return;
    }
    InterruptedChange interrupted = new InterruptedChange(session, statement);
    if (action == Action.RESUME) {
      JournalEntry entry = log.entry().orElseThrow();
      awaitFormer(what, sql);
      if (!isRepeatable(interrupted.outcome(entry.answer()), what, sql)) {
        finish(entry.id());
        return;
      }
    }
    long entry =
        action == Action.RESUME
            ? log.entry().orElseThrow().id()
            : transaction.started(what, hash, interrupted.touched(before.get()));
    try {
      session.execute(sql);
    } catch (StatementFailed e) {
      throw withoutStep(e, entry);
    }
    finish(entry);
  }

  /** Waits until a server no longer carries out the statement of a runner that is gone. */
  private void awaitFormer(String what, String sql) {
    long end = System.nanoTime() + session.settings().lockWait().toNanos();
    Optional<String> former = former(sql);
    while (former.isPresent()) {
      if (System.nanoTime() >= end) {
        throw AutogenException.failed(
            "step "
                + log.position()
                + ", "
                + what
                + ", was interrupted, and the database still carries it out ("
                + former.get()
                + "):\n  "
                + sql
                + "\nRun the command again when it is done",
            null);
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw AutogenException.failed("interrupted while a statement is carried out", e);
      }
      former = former(sql);
    }
  }

  private Optional<String> former(String sql) {
    try {
      return session.rules().stillRuns(session.connection(), sql);
    } catch (SQLException e) {
      throw session.failed(sql, e);
    }
  }

  /** A refused statement had no effect. */
  private StatementFailed withoutStep(StatementFailed failure, long entry) {
    if (failure.failure() != Failure.CONNECTION_LOST) {
      try {
        session.journal().delete(session.connection(), entry);
      } catch (SQLException e) {
        failure.addSuppressed(e);
      }
    }
    return failure;
  }

  private boolean isRepeatable(String what, String sql) {
    try {
      return isRepeatable(session.rules().afterInterruption(session.connection(), sql), what, sql);
    } catch (SQLException e) {
      throw session.failed(sql, e);
    }
  }

  private boolean isRepeatable(Outcome outcome, String what, String sql) {
    if (outcome == Outcome.UNKNOWN) {
      throw AutogenException.failed(
          "step "
              + log.position()
              + ", "
              + what
              + ", was interrupted, and the database cannot tell whether it took effect:\n  "
              + sql
              + "\nLook whether it did. Then run 'autogen repair "
              + transaction.revision()
              + " --done' if it did, 'autogen repair "
              + transaction.revision()
              + " --undone' if it did not, and the command again",
          null);
    }
    return outcome == Outcome.REPEATABLE;
  }

  /**
   * Removes what a refused statement left behind, and its step, because it had no effect. What
   * cannot be removed now, because another session still blocks it, is removed when the statement
   * is run again.
   */
  private StatementFailed afterCleanup(StatementFailed failure, long entry, String sql) {
    if (failure.failure() == Failure.CONNECTION_LOST) {
      return failure;
    }
    Connection connection = session.connection();
    try {
      session.rules().limitLockWait(connection, session.settings().lockTimeout());
      session.rules().afterInterruption(connection, sql);
      session.journal().delete(connection, entry);
      return failure;
    } catch (SQLException e) {
      failure.addSuppressed(e);
      return failure.with(
          "What it left behind, such as an invalid index, could not be taken away either: "
              + e.getMessage()
              + ". The next run does that first.");
    }
  }

  /**
   * Does work outside of a transaction that does what is left to do: after a crash it is begun
   * again.
   */
  void repeatable(String what, String hash, Runnable work) {
    Action action = log.next(what, hash);
    if (action == Action.SKIP) {
      return;
    }
    long entry =
        action == Action.RESUME
            ? log.entry().orElseThrow().id()
            : transaction.started(what, hash, null);
    work.run();
    finish(entry);
  }

  private void finish(long entry) {
    session.watched(
        "journal", () -> session.journal().finish(session.connection(), entry, Duration.ZERO));
  }

  /** Gives work a connection without a transaction; interrupted work is begun again. */
  void connection(String what, String hash, ConnectionWork work) {
    Action action = log.next(what, hash);
    if (action == Action.SKIP) {
      read(work);
      return;
    }
    long entry =
        action == Action.RESUME
            ? log.entry().orElseThrow().id()
            : transaction.started(what, hash, null);
    try {
      session.watched(
          "op.connection",
          () -> {
            work.run(GuardedConnection.of(session.connection(), false));
            session.connection().setAutoCommit(true);
          });
    } catch (StatementFailed e) {
      session.rollback();
      throw e;
    }
    session.restoreSearchPath();
    finish(entry);
  }

  /**
   * Runs committed work again so that it can read what it keeps in variables of the migration. The
   * database refuses its writes, which are already done.
   */
  void read(ConnectionWork work) {
    Connection connection = session.connection();
    try {
      boolean transactional = !connection.getAutoCommit();
      if (transactional) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      session.rules().setReadOnly(connection, true);
      connection.setAutoCommit(false);
      try {
        work.run(GuardedConnection.of(connection, true));
      } catch (SQLException e) {
        // It writes, so it was not there to read.
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        session.rules().setReadOnly(connection, false);
      }
      if (transactional) {
        transaction.begin();
      }
    } catch (SQLException e) {
      throw session.failed("op.connection", e);
    }
  }
}
