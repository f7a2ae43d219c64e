package dev.autogen.run;

import dev.autogen.history.Step;
import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs revisions in one transaction: all of them take effect, or none ({@code
 * transaction-per-migration = false}).
 */
final class SingleTransactionRunner {

  private final WorkSession session;
  private final RevisionRunner revisions;

  SingleTransactionRunner(WorkSession session, RevisionRunner revisions) {
    this.session = session;
    this.revisions = revisions;
  }

  /**
   * Runs the revisions, all of them again while they only meet locks.
   *
   * @throws AutogenException if one failed, or cannot share a transaction; nothing was changed
   */
  List<RunReport.Executed> run(List<Step> steps) {
    LockRetries attempts = new LockRetries(session);
    while (true) {
      Step at = steps.get(0);
      try {
        List<RunReport.Executed> executed = new ArrayList<>();
        RevisionTransaction transaction = revisions.transaction(at);
        for (Step step : steps) {
          at = step;
          session.settings().listener().starting(step, executed.size() + 1, steps.size());
          transaction = revisions.transaction(step);
          refuseInterrupted(transaction, step);
          revisions.attempt(step, transaction);
          executed.add(new RunReport.Executed(step, transaction.elapsed()));
        }
        transaction.commitTogether();
        executed.forEach(each -> session.settings().listener().finished(each.step(), each.took()));
        return executed;
      } catch (StatementFailed e) {
        session.rollback();
        if (!attempts.waitForRetry(e)) {
          throw new FailureText(at, session.settings()).of(e, false, 0, session.blockers());
        }
        revisions.reread();
      } catch (AutogenException e) {
        session.rollback();
        throw e;
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        session.rollback();
        throw new FailureText(at, session.settings()).of(e, false, 0);
      }
    }
  }

  private static void refuseInterrupted(RevisionTransaction transaction, Step step) {
    if (transaction.hasCommitted()) {
      throw AutogenException.usage(
          "Revision "
              + step.script().id()
              + " was interrupted after a part of it was committed, so it cannot share a"
              + " transaction with others. Finish it with runner.transaction-per-migration ="
              + " true.");
    }
  }

  /** The failure for a revision that leaves the transaction which it shares. */
  static AutogenException notTogether(Step step) {
    return AutogenException.usage(
        "Revision "
            + step.script().id()
            + " ("
            + step.script().message()
            + ") leaves its transaction, by op.autocommit or because the database commits changes of"
            + " the schema by itself. It cannot do that while runner.transaction-per-migration is"
            + " false; nothing was changed. Run with"
            + " transaction-per-migration = true, at least up to this revision.");
  }
}
