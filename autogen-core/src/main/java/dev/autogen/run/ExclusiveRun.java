package dev.autogen.run;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ExecutionRules.Failure;
import dev.autogen.dialect.LockHeld;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Does work on a database while no other runner works on it. */
final class ExclusiveRun {

  private static final String GRANT =
      "\nThis user may not read the tables in which the database says where it is; the one who made"
          + " them can let it: grant select on autogen_version, autogen_journal to …";

  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final ConnectionSource connections;
  private final Dialect dialect;
  private final RunSettings settings;

  ExclusiveRun(ConnectionSource connections, Dialect dialect, RunSettings settings) {
    this.connections = connections;
    this.dialect = dialect;
    this.settings = settings;
  }

  /** Work that needs the lock. */
  @FunctionalInterface
  interface Work<R> {
    R run(WorkSession session, RunnerLock.Handle lock) throws SQLException;
  }

  /**
   * Does work under the lock, and closes the session.
   *
   * @throws AutogenException if the database cannot be changed, or another runner is at work
   */
  <R> R run(WorkSession opened, Work<R> work) {
    try (WorkSession session = opened) {
      refuseUnwritable(session);
      Connection own = Connections.openSecond(connections);
      try {
        own.setAutoCommit(true);
        session.rules().useOwnSettings(own);
        refusePooler(session, own);
        try (RunnerLock.Handle lock = acquire(own, session.versionTableName())) {
          session.watchLocksOn(own);
          new OwnTables(session).prepare();
          return work.run(session, lock);
        }
      } finally {
        Connections.restoreQuietly(session.rules(), own);
        Connections.closeQuietly(own);
      }
    } catch (StatementFailed e) {
      throw AutogenException.failed(e.sql() + ": " + e.description(), e.getCause());
    } catch (SQLException e) {
      throw unreadable(dialect, e);
    }
  }

  /** Waits for another runner, and reports it if that takes longer than a moment. */
  private RunnerLock.Handle acquire(Connection own, String versionTable) throws SQLException {
    Duration wait = settings.lockWait();
    Duration moment = wait.compareTo(MOMENT) < 0 ? wait : MOMENT;
    try {
      return dialect.runnerLock().acquire(own, versionTable, moment);
    } catch (LockHeld e) {
      if (wait.equals(moment)) {
        throw e;
      }
      settings.listener().waiting(e.getMessage());
      return dialect.runnerLock().acquire(own, versionTable, wait.minus(moment));
    }
  }

  private static void refuseUnwritable(WorkSession session) {
    String refusal = session.facts().refusal();
    if (refusal != null) {
      throw AutogenException.failed(
          "the database cannot be changed: " + refusal + "; nothing was done", null);
    }
  }

  private static void refusePooler(WorkSession session, Connection own) throws SQLException {
    if (session.rules().isPooledByTransaction(own, session.connection())) {
      throw AutogenException.failed(FailureText.POOLER + "; nothing was done", null);
    }
  }

  /** The failure in the database's words, when no revision was running. */
  static AutogenException unreadable(Dialect dialect, SQLException e) {
    return dialect.executionRules().classify(e) == Failure.POOLED
        ? AutogenException.failed(FailureText.POOLER + "; nothing was done", e)
        : AutogenException.failed(
            "the database answered: "
                + e.getMessage()
                + (dialect.executionRules().isForbidden(e) ? GRANT : ""),
            e);
  }
}
