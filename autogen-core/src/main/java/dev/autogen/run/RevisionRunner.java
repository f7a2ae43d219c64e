package dev.autogen.run;

import dev.autogen.dialect.RunnerLock;
import dev.autogen.history.Step;
import dev.autogen.history.Step.Direction;
import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.migration.Migration;
import dev.autogen.schema.AutogenException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Runs one revision after the other, and tries each again while it only met a lock. */
final class RevisionRunner {

  private final WorkSession session;
  private final RunnerLock.Handle lock;
  private final MigrationSource migrations;
  private List<JournalEntry> journal;

  /** A runner with the journal as it was read under the lock. */
  RevisionRunner(
      WorkSession session,
      RunnerLock.Handle lock,
      MigrationSource migrations,
      List<JournalEntry> journal) {
    this.session = session;
    this.lock = lock;
    this.migrations = migrations;
    this.journal = journal;
  }

  /**
   * Runs a revision.
   *
   * @throws AutogenException if it failed; what it had not committed is rolled back
   */
  RunReport.Executed run(Step step) {
    FailureText words = new FailureText(step, session.settings());
    LockRetries attempts = new LockRetries(session);
    while (true) {
      RevisionTransaction transaction = transaction(step);
      try {
        attempt(step, transaction);
        return new RunReport.Executed(step, transaction.elapsed());
      } catch (StatementFailed e) {
        session.rollback();
        if (!attempts.waitForRetry(e)) {
          int steps = transaction.log().position() - 1;
          throw words.of(e, transaction.hasCommitted(), steps, session.blockers());
        }
        reread();
      } catch (IrreversibleMigration e) {
        session.rollback();
        throw e;
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        session.rollback();
        int steps = transaction.log().position() - 1;
        throw words.of(e, transaction.hasCommitted(), steps);
      }
    }
  }

  RevisionTransaction transaction(Step step) {
    String action = RevisionTransaction.actionOf(step.direction());
    Long entry =
        journal.stream()
            .filter(each -> each.isRevision() && !each.done())
            .filter(each -> each.revision().equals(step.script().id()))
            .filter(each -> each.action().equals(action))
            .map(JournalEntry::id)
            .findFirst()
            .orElse(null);
    List<JournalEntry> steps =
        entry == null
            ? List.of()
            : journal.stream()
                .filter(each -> entry.equals(each.parent()))
                .sorted(Comparator.comparingInt(JournalEntry::step))
                .toList();
    return new RevisionTransaction(
        session, lock, step, migrations.sha256(step.script()), new StepLog(steps), entry);
  }

  void attempt(Step step, RevisionTransaction transaction) {
    Migration migration = migrations.migration(step.script());
    transaction.begin();
    ExecutingOperations operations = new ExecutingOperations(transaction);
    if (step.direction() == Direction.UPGRADE) {
      migration.upgrade(operations);
    } else {
      migration.downgrade(operations);
    }
    operations.finish();
    transaction.finish();
  }

  /** Reads the journal again, which an attempt may have changed. */
  void reread() {
    session.watched("journal", this::readJournal);
  }

  private void readJournal() throws SQLException {
    session.connection().setAutoCommit(true);
    journal = session.journal().entries(session.connection());
  }
}
