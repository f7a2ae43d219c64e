package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules.Failure;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Makes the version table and the journal ready for a runner that holds the lock. */
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
    Attempts attempts = new Attempts(session);
    while (true) {
      try {
        create();
        waitForOthers();
        return;
      } catch (StatementFailed e) {
        session.rollback();
        if (!attempts.again(e)) {
          throw failed(e);
        }
      }
    }
  }

  private void create() {
    Connection connection = session.connection();
    createSchema();
    session.watched(
        session.versionTable().definition(),
        () -> {
          connection.setAutoCommit(true);
          session.versionTable().createIfMissing(connection);
        });
    session.watched(
        session.journal().definition(), () -> session.journal().createIfMissing(connection));
  }

  /** A schema that the settings name for the tables is made with them. */
  private void createSchema() {
    String schema = session.settings().versionTable().schema();
    if (schema != null && !exists(schema)) {
      session.execute("create schema " + session.quoted(schema));
    }
  }

  private boolean exists(String schema) {
    try (ResultSet schemas = session.connection().getMetaData().getSchemas()) {
      while (schemas.next()) {
        if (schemas.getString("TABLE_SCHEM").equals(schema)) {
          return true;
        }
      }
      return false;
    } catch (SQLException e) {
      throw session.failed("list of schemas", e);
    }
  }

  private void waitForOthers() {
    Optional<String> lock =
        session.rules().lockTables(session.versionTableName(), session.journalTableName());
    if (lock.isPresent()) {
      session.watched("begin", () -> session.connection().setAutoCommit(false));
      session.execute(lock.get());
      session.watched("commit", this::commit);
    }
  }

  private void commit() throws SQLException {
    session.connection().commit();
    session.connection().setAutoCommit(true);
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
