package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules.Failure;
import dev.autogen.schema.AutogenException;
import java.sql.SQLException;
import java.util.Optional;

/** Prepares the version table and the journal for a runner that holds the lock. */
final class OwnTables {

  private final WorkSession session;

  OwnTables(WorkSession session) {
    this.session = session;
  }

  /**
   * Creates what is missing, and waits for the transactions of a runner that died: the database may
   * still be committing them.
   *
   * @throws AutogenException if the tables cannot be created, or another session locks them
   */
  void prepare() {
    LockRetries attempts = new LockRetries(session);
    while (true) {
      try {
        if (!waitForOthers()) {
          createSchema();
          create();
        }
        return;
      } catch (StatementFailed e) {
        session.rollback();
        if (!attempts.waitForRetry(e)) {
          throw failed(e);
        }
      }
    }
  }

  /** Whether both tables exist: a user who may not create them may still write them. */
  private boolean waitForOthers() {
    Optional<String> lock = lock();
    String question =
        "select 1 from "
            + session.versionTableName()
            + ", "
            + session.journalTableName()
            + " where 1 = 0";
    try {
      begin();
      session.execute(lock.orElse(question));
      commit();
      return true;
    } catch (StatementFailed e) {
      if (!session.rules().isMissingTable((SQLException) e.getCause())) {
        throw e;
      }
      session.rollback();
      session.watched("rollback", () -> session.connection().setAutoCommit(true));
      return false;
    }
  }

  /** Creates both in one transaction, since each transaction costs a write to the disk. */
  private void create() {
    begin();
    session.execute(session.versionTable().definition());
    session.execute(session.journal().definition());
    lock().ifPresent(session::execute);
    commit();
  }

  private Optional<String> lock() {
    return session.rules().lockTables(session.versionTableName(), session.journalTableName());
  }

  /** Creates the schema that the settings name for the tables. */
  private void createSchema() {
    String schema = session.settings().versionTable().schema();
    if (schema != null && !exists(schema)) {
      session.execute("create schema " + session.quoted(schema));
    }
  }

  private boolean exists(String schema) {
    try {
      return session.rules().hasSchema(session.connection(), schema);
    } catch (SQLException e) {
      throw session.failed("list of schemas", e);
    }
  }

  private void begin() {
    session.watched("begin", () -> session.connection().setAutoCommit(false));
  }

  private void commit() {
    session.watched(
        "commit",
        () -> {
          session.connection().commit();
          session.connection().setAutoCommit(true);
        });
  }

  /** Class 42 of the SQL standard's states: access rule violation. */
  private static boolean isRefusal(SQLException cause) {
    return cause.getSQLState() != null && cause.getSQLState().startsWith("42");
  }

  private AutogenException failed(StatementFailed failure) {
    String blockers = session.blockers();
    String why =
        failure.failure() == Failure.LOCK_TIMEOUT
            ? "another session locks them" + (blockers.isEmpty() ? "" : ": " + blockers)
            : isRefusal((SQLException) failure.getCause())
                ? "the user needs the right to create them, and to change them"
                : "the database refused it";
    return AutogenException.failed(
        "autogen's own tables "
            + session.versionTableName()
            + " and "
            + session.journalTableName()
            + " cannot be used; nothing was done: "
            + why
            + ".\nStatement:\n  "
            + failure.sql().replace("\n", "\n  ")
            + "\n"
            + failure.description(),
        failure.getCause());
  }
}
