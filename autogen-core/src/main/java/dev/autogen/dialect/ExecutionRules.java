package dev.autogen.dialect;

import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a runner must know of a database while it executes migrations. The methods' own bodies are
 * what the SQL standard and JDBC tell of any database.
 */
public interface ExecutionRules {

  /**
   * Facts about a session.
   *
   * @param id what the database calls the session, such as the pid of its backend
   * @param schema the default schema, by which the version table is qualified; null where there is
   *     none
   * @param searchPath where names without a schema are looked up, in the database's own form; empty
   *     where there is no such setting
   * @param refusal why nothing can be written there, or null
   */
  record Session(String id, @Nullable String schema, String searchPath, @Nullable String refusal) {}

  /** What a failure means for the runner. */
  enum Failure {
    /** A lock was not granted in time. */
    LOCK_TIMEOUT,
    /** The transaction was chosen as a victim and may be tried again. */
    RETRY,
    /** The statement cannot run within a transaction. */
    NO_TRANSACTION,
    /** A pooler gave the session's next statement to another session. */
    POOLED,
    /** The server lacks what it needs: room on a disk, memory. */
    NO_RESOURCES,
    /** The statement was ended from without: by a limit of its time, or by a person. */
    CANCELLED,
    /** The connection is gone. */
    CONNECTION_LOST,
    /** The statement is wrong, or its data. */
    STATEMENT
  }

  /** What became of a statement without a transaction whose runner was interrupted. */
  enum Outcome {
    /** It took effect. */
    DONE,
    /** It took no effect, or none that is left: it can be run again. */
    REPEATABLE,
    /** It cannot be told. */
    UNKNOWN
  }

  /** What the driver is told of a connection, unless its address says otherwise. */
  default Map<String, String> connectionProperties() {
    return Map.of();
  }

  /** What to do where no connection was given, a sentence; empty where the failure says it all. */
  default Optional<String> connectAdvice(SQLException failure) {
    return Optional.empty();
  }

  /** Prepares a session for migrations. {@link #restore} undoes it. */
  default Session prepare(Connection connection, Duration lockTimeout) throws SQLException {
    String refusal = connection.isReadOnly() ? "the connection is read-only" : null;
    return new Session("", connection.getSchema(), "", refusal);
  }

  /**
   * Makes a session mean the same whatever its role or database sets, and stay while it is at rest.
   * {@link #restore} undoes it.
   */
  default void steady(Connection connection) throws SQLException {}

  /** Brings a session back to what it was before {@link #prepare}. */
  default void restore(Connection connection) throws SQLException {}

  /**
   * The SQL that gives an empty database what the migrations of this one take for granted, such as
   * its extensions; each statement may be run on its own.
   */
  default List<String> prerequisites(Connection connection) throws SQLException {
    return List.of();
  }

  /** The schemas that {@link #prerequisites} creates where they are missing. */
  default Set<String> prerequisiteSchemas(Connection connection) throws SQLException {
    return Set.of();
  }

  /** Limits how long the session's statements wait for a lock; zero takes the limit away. */
  default void limitLockWait(Connection connection, Duration limit) throws SQLException {}

  /** Looks names up where the session did when it was prepared. */
  default void restoreSearchPath(Connection connection, Session session) throws SQLException {}

  /**
   * The statement that commits, where it may follow others in one request, which saves a round
   * trip; empty where {@link Connection#commit} has to do it.
   */
  default Optional<String> commitInRequest() {
    return Optional.empty();
  }

  /**
   * Lets the session's commits return before they are on disk, in the order in which they were made
   * all the same: what is on disk later has everything before it there too.
   *
   * @return how the session's commits were until now, for {@link #restoreCommits}; empty where they
   *     stay as they are
   */
  default Optional<String> relaxCommits(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /** Makes the session's next commits what they were before {@link #relaxCommits}. */
  default void restoreCommits(Connection connection, String before) throws SQLException {}

  /** Waits until everything that the session has committed is on disk. */
  default void flushCommits(Connection connection) throws SQLException {}

  /**
   * Looks names up in a schema from now on, and not where another schema could answer for it.
   *
   * @return whether the schema exists and may be used
   */
  default boolean enterSchema(Connection connection, String schema) throws SQLException {
    connection.setSchema(schema);
    return schema.equals(connection.getSchema());
  }

  /**
   * Makes a session forget everything that work in it has left: settings, temporary tables, locks.
   *
   * @return whether it did; else the connection has to be closed
   */
  default boolean forgetSession(Connection connection) throws SQLException {
    return false;
  }

  /**
   * Whether a pooler hands out database sessions per transaction, so that locks and settings of a
   * session mean nothing.
   *
   * @param idle a connection without a transaction
   * @param other another connection, not in a transaction either
   */
  default boolean isPooledByTransaction(Connection idle, Connection other) throws SQLException {
    return false;
  }

  /**
   * An operator in SQL of autogen's own, so that no operator of another schema can take its place.
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
   * What would run when tables of autogen's own are read or written, and belongs to somebody else,
   * such as {@code "public"."autogen_version" is a view}; empty where there is nothing.
   *
   * @param tables with the schema in which each lies, whether it exists or not
   */
  default Optional<String> foreignCode(Connection connection, List<QualifiedName> tables)
      throws SQLException {
    return Optional.empty();
  }

  /** The statement that waits for every other writer of the tables, and keeps others out. */
  default Optional<String> lockTables(String first, String second) {
    return Optional.empty();
  }

  /**
   * The type of {@link java.sql.Types} as which a text is passed, so that the database makes of it
   * what the column holds: an enum, a date, a document.
   */
  default int textParameter() {
    return Types.VARCHAR;
  }

  /** What a failure means. */
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

  /** A failure in the database's words, with the place in the statement where it knows one. */
  default String describe(SQLException failure, String sql) {
    return String.valueOf(failure.getMessage());
  }

  /**
   * Whom a session waits for, in words: who, since when, at what; empty where it waits for nobody.
   *
   * @param watcher another connection
   * @param session the {@link Session#id} of the one that waits
   */
  default Optional<String> blockers(Connection watcher, String session) throws SQLException {
    return Optional.empty();
  }

  /**
   * Finds out what became of an interrupted statement, and clears away what it left.
   *
   * @param connection a connection without a transaction
   */
  default Outcome afterInterruption(Connection connection, String sql) throws SQLException {
    return Outcome.UNKNOWN;
  }
}
