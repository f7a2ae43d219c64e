package dev.autogen.dialect;

import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a runner what it must know of a database while it executes migrations. The default methods
 * hold for any database, by the SQL standard and JDBC.
 */
public interface ExecutionRules {

  /**
   * Facts about a session.
   *
   * @param id what the database calls the session, such as the pid of its backend
   * @param schema the default schema, by which the version table is qualified; null if there is
   *     none
   * @param searchPath the schemas in which unqualified names are looked up, in the database's own
   *     form; empty if there is no such setting
   * @param refusal why nothing can be written there, or null
   */
  record Session(String id, @Nullable String schema, String searchPath, @Nullable String refusal) {}

  /** What a failure means for the runner. */
  enum Failure {
    /** A lock was not granted in time. */
    LOCK_TIMEOUT,
    /**
     * The database ended the transaction, for example because of a deadlock; it may be tried again.
     */
    RETRY,
    /** The statement cannot run within a transaction. */
    NO_TRANSACTION,
    /** A pooler gave the session's next statement to another session. */
    POOLED,
    /** The server lacks resources: disk space or memory. */
    NO_RESOURCES,
    /** The statement was cancelled: by a time limit, or by a person. */
    CANCELLED,
    /** The connection is gone. */
    CONNECTION_LOST,
    /** The statement is wrong, or its data. */
    STATEMENT
  }

  /** The outcome of a statement without a transaction whose runner was interrupted. */
  enum Outcome {
    /** It took effect. */
    DONE,
    /** It had no effect, or its effect has been removed: it can be run again. */
    REPEATABLE,
    /** The database cannot tell. */
    UNKNOWN
  }

  /** The connection properties that the driver gets, unless the address sets them. */
  default Map<String, String> connectionProperties() {
    return Map.of();
  }

  /** Advice for a failed connection, in one sentence; empty if the failure needs none. */
  default Optional<String> connectAdvice(SQLException failure) {
    return Optional.empty();
  }

  /** Prepares a session for migrations. {@link #restore} undoes it. */
  default Session prepare(Connection connection, Duration lockTimeout) throws SQLException {
    String refusal = connection.isReadOnly() ? "the connection is read-only" : null;
    return new Session("", connection.getSchema(), "", refusal);
  }

  /**
   * Gives a session the same settings whatever its role or database sets, and keeps it open while
   * it is idle. {@link #restore} undoes it.
   */
  default void useOwnSettings(Connection connection) throws SQLException {}

  /** Brings a session back to what it was before {@link #prepare}. */
  default void restore(Connection connection) throws SQLException {}

  /**
   * The SQL that creates in an empty database what the migrations of this one expect to find, such
   * as its extensions; each statement may be run on its own.
   */
  default List<String> prerequisites(Connection connection) throws SQLException {
    return List.of();
  }

  /** The schemas that {@link #prerequisites} creates if they are missing. */
  default Set<String> prerequisiteSchemas(Connection connection) throws SQLException {
    return Set.of();
  }

  /** Whether a statement can only run outside of a transaction. */
  default boolean needsNoTransaction(String statement) {
    return false;
  }

  /**
   * The tables of all schemas but the system's, with their schemas; those of extensions are left
   * out.
   */
  default Set<QualifiedName> tables(Connection connection) throws SQLException {
    Set<QualifiedName> tables = new HashSet<>();
    try (ResultSet row =
        connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
      while (row.next()) {
        tables.add(new QualifiedName(row.getString("TABLE_SCHEM"), row.getString("TABLE_NAME")));
      }
    }
    return tables;
  }

  /** Limits how long the session's statements wait for a lock; zero removes the limit. */
  default void limitLockWait(Connection connection, Duration limit) throws SQLException {}

  /** Restores the search path that the session had when it was prepared. */
  default void restoreSearchPath(Connection connection, Session session) throws SQLException {}

  /**
   * The statement that commits, if it may follow others in one request, which saves a round trip;
   * empty if {@link Connection#commit} has to do it.
   */
  default Optional<String> commitInRequest() {
    return Optional.empty();
  }

  /**
   * Lets the session's commits return before they are on disk. Their order stays: when a commit is
   * on disk, all earlier ones are too.
   *
   * @return the previous setting, for {@link #restoreCommits}; empty if nothing was changed
   */
  default Optional<String> relaxCommits(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /** Gives the session's next commits the setting that they had before {@link #relaxCommits}. */
  default void restoreCommits(Connection connection, String before) throws SQLException {}

  /**
   * Whether a commit returns only when it is on disk; if not, {@link #flushCommits} is asked for at
   * the end of a run.
   */
  default boolean commitsWaitForDisk() {
    return true;
  }

  /** Waits until everything that the session has committed is on disk. */
  default void flushCommits(Connection connection) throws SQLException {}

  /**
   * Looks names up in this schema from now on, and in no schema whose objects could be taken for
   * its own.
   *
   * @return whether the schema exists and may be used
   */
  default boolean enterSchema(Connection connection, String schema) throws SQLException {
    connection.setSchema(schema);
    return schema.equals(connection.getSchema());
  }

  /**
   * Clears everything that work has left in a session: settings, temporary tables, locks.
   *
   * @return whether it was cleared; if not, the connection has to be closed
   */
  default boolean forgetSession(Connection connection) throws SQLException {
    return false;
  }

  /**
   * Whether a pooler assigns database sessions per transaction, so that session locks and settings
   * have no meaning.
   *
   * @param idle a connection without a transaction
   * @param other another connection, not in a transaction either
   */
  default boolean isPooledByTransaction(Connection idle, Connection other) throws SQLException {
    return false;
  }

  /**
   * An operator for autogen's own SQL, written so that no operator of another schema can take its
   * place.
   *
   * @param symbol such as {@code =}
   */
  default String operator(String symbol) {
    return symbol;
  }

  /** Whether there is a schema of that name. */
  default boolean hasSchema(Connection connection, String schema) throws SQLException {
    try (ResultSet schemas = connection.getMetaData().getSchemas()) {
      while (schemas.next()) {
        if (schemas.getString("TABLE_SCHEM").equals(schema)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Describes code of somebody else that would run when autogen's own tables are read or written,
   * such as {@code "public"."autogen_version" is a view}; empty if there is none.
   *
   * @param tables each with its schema, whether it exists or not
   */
  default Optional<String> foreignCode(Connection connection, List<QualifiedName> tables)
      throws SQLException {
    return Optional.empty();
  }

  /**
   * The statement that locks two tables: it waits for every other writer, and keeps new ones out.
   */
  default Optional<String> lockTables(String first, String second) {
    return Optional.empty();
  }

  /**
   * The constant of {@link java.sql.Types} with which a text is passed, so that the database
   * converts it to the type of the column: an enum, a date, a document.
   */
  default int textParameter() {
    return Types.VARCHAR;
  }

  /** What a failure means for the runner. */
  default Failure classify(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (state.startsWith("08")) {
      return Failure.CONNECTION_LOST;
    }
    return state.startsWith("40") ? Failure.RETRY : Failure.STATEMENT;
  }

  /** Whether a query failed because a table that it names does not exist. */
  default boolean isMissingTable(SQLException failure) {
    return "42S02".equals(failure.getSQLState());
  }

  /** Whether a statement failed because the user lacks a right. */
  default boolean isForbidden(SQLException failure) {
    return "42501".equals(failure.getSQLState());
  }

  /**
   * A failure in the database's words, with the place in the statement if the database names it.
   */
  default String describe(SQLException failure, String sql) {
    return String.valueOf(failure.getMessage());
  }

  /**
   * Describes the sessions that a session waits for: who, since when, doing what; empty if it waits
   * for none.
   *
   * @param watcher another connection
   * @param session the {@link Session#id} of the one that waits
   */
  default Optional<String> blockers(Connection watcher, String session) throws SQLException {
    return Optional.empty();
  }

  /**
   * Finds out what became of an interrupted statement, and removes what it left behind.
   *
   * @param connection a connection without a transaction
   */
  default Outcome afterInterruption(Connection connection, String sql) throws SQLException {
    return Outcome.UNKNOWN;
  }
}
