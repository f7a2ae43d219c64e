package dev.autogen.run;

import dev.autogen.dialect.RunnerLock;
import dev.autogen.history.Step;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The transactions in which one revision runs: a single one that commits the revision together with
 * its version row and its journal entry, or, where the migration leaves it by {@code autocommit},
 * several of which each commits what it did together with its steps in the journal.
 */
final class RevisionTransaction {

  private static final String SUSPENSION = "commit of a part of the revision";

  private final WorkSession session;
  private final RunnerLock.Handle lock;
  private final Step step;
  private final Optional<String> sha256;
  private final StepLog log;
  private final VersionChange version;
  private final Instant startedAt = Instant.now();
  private final long startedNanos = System.nanoTime();
  private @Nullable Long entry;
  private boolean transactional;

  /**
   * A revision about to run.
   *
   * @param entry the journal's entry of the interrupted run that this one continues, or null
   */
  RevisionTransaction(
      WorkSession session,
      RunnerLock.Handle lock,
      Step step,
      Optional<String> sha256,
      StepLog log,
      @Nullable Long entry) {
    this.session = session;
    this.lock = lock;
    this.step = step;
    this.sha256 = sha256;
    this.log = log;
    this.version = new VersionChange(session, step.deleted(), step.inserted());
    this.entry = entry;
  }

  WorkSession session() {
    return session;
  }

  /** The revision that runs. */
  String revision() {
    return step.script().id();
  }

  StepLog log() {
    return log;
  }

  /** Whether operations run within the revision's transaction. */
  boolean isTransactional() {
    return transactional;
  }

  /** Whether a part of the revision is committed. */
  boolean hasCommitted() {
    return entry != null;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /** The change of the version table; it comes first in the transaction. */
  VersionChange version() {
    return version;
  }

  /** Begins a transaction. */
  void begin() {
    session.watched("begin", () -> connection().setAutoCommit(false));
    transactional = true;
    version.begin();
    session.watched("begin", () -> session.rules().lookBeforeWork(connection()));
  }

  /** Commits what was done so far, without the version row, and leaves the transaction. */
  void suspend() {
    session.requireOwnTransactions("what runs outside of the revision's transaction");
    if (!session.settings().transactionPerMigration()) {
      throw SingleTransactionRunner.notTogether(step);
    }
    session.watched(
        SUSPENSION,
        () -> {
          session.rules().checkBeforeCommit(connection());
          version.takeBack();
          if (entry == null) {
            entry =
                session
                    .journal()
                    .write(connection(), step.script(), action(), startedAt, null, sha256);
          }
          for (StepLog.Unwritten done : log.takeUnwritten()) {
            @Nullable String answer =
                done.answer() instanceof Schema schema ? SchemaText.write(schema) : null;
            record(done.step(), done.what(), done.hash(), answer, true);
          }
          commit();
          connection().setAutoCommit(true);
          transactional = false;
        });
  }

  /** Does work in a transaction of its own that commits the current step with it. */
  void alone(String what, String hash, WorkSession.Work work) {
    try {
      session.watched(what, () -> connection().setAutoCommit(false));
      work.run();
      record(log.position(), what, hash, null, true);
      commit();
    } catch (SQLException e) {
      throw session.failed(what, e);
    } finally {
      session.rollback();
      leaveTransaction();
    }
  }

  /** Records what the current step read outside of a transaction. */
  void recordAnswer(String what, String hash, Schema answer) {
    session.watched(what, () -> record(log.position(), what, hash, SchemaText.write(answer), true));
  }

  private void leaveTransaction() {
    try {
      connection().setAutoCommit(true);
    } catch (SQLException e) {
      // The connection is gone, as the failure that led here says.
    }
  }

  /**
   * Writes that the current step begins outside of a transaction, and returns the number of its
   * entry.
   *
   * @param before what it will change, as it is now, or null if nobody will need to know
   */
  long started(String what, String hash, @Nullable Schema before) {
    requireLock();
    try {
      @Nullable String answer = before == null ? null : SchemaText.write(before);
      return record(log.position(), what, hash, answer, false);
    } catch (SQLException e) {
      throw session.failed(what, e);
    }
  }

  private long record(int position, String what, String hash, @Nullable String answer, boolean done)
      throws SQLException {
    return session
        .journal()
        .insert(
            connection(),
            new JournalEntry(
                0,
                entry,
                position,
                step.script().id(),
                action(),
                what,
                done,
                Instant.now(),
                null,
                hash,
                answer,
                null));
  }

  /** Commits the revision, unless it shares its transaction with others. */
  void finish() {
    session.requireNothingRefused();
    log.requireReplayed();
    version.make();
    session.watched(
        "commit",
        () -> {
          session.rules().checkBeforeCommit(connection());
          if (entry == null && session.settings().transactionPerMigration()) {
            requireLock();
            session
                .journal()
                .writeAndCommit(
                    connection(),
                    step.script(),
                    action(),
                    startedAt,
                    elapsed(),
                    sha256,
                    session.commitInRequest());
            left();
            return;
          } else if (entry == null) {
            session
                .journal()
                .write(connection(), step.script(), action(), startedAt, elapsed(), sha256);
          } else {
            session.journal().deleteSteps(connection(), entry);
            session.journal().finishRevision(connection(), entry, elapsed(), sha256);
          }
          if (session.settings().transactionPerMigration()) {
            leave();
          }
        });
  }

  /** Commits what shares this transaction. */
  void commitTogether() {
    session.watched("commit", this::leave);
  }

  private void leave() throws SQLException {
    commit();
    left();
  }

  private void left() throws SQLException {
    session.durability().committed();
    connection().setAutoCommit(true);
    transactional = false;
  }

  private void commit() throws SQLException {
    requireLock();
    connection().commit();
    session.durability().committed();
  }

  private void requireLock() {
    if (!lock.isHeld()) {
      throw AutogenException.failed(
          "the connection that held the runner's lock was lost, so another runner may be at work;"
              + " what was not committed is rolled back. Run the command again",
          null);
    }
  }

  private String action() {
    return actionOf(step.direction());
  }

  static String actionOf(Step.Direction direction) {
    return direction == Step.Direction.UPGRADE ? JournalEntry.UPGRADE : JournalEntry.DOWNGRADE;
  }

  Connection connection() {
    return session.connection();
  }
}
