package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Measures on a throwaway database what the statements of a migration lock, rewrite and scan, and
 * judges what that means for those who use a database meanwhile.
 */
public interface HazardRules {

  /** Opens connections to the throwaway database. */
  @FunctionalInterface
  interface Sessions {
    Connection open() throws SQLException;
  }

  /** A statement that is run. */
  @FunctionalInterface
  interface Work<R> {
    R run() throws SQLException;
  }

  /**
   * Begins to watch a database. What is in it now was there before the migration; what the
   * migration creates does not count.
   *
   * @param ownTables the names of autogen's own tables, which do not count either
   */
  Watch watch(Sessions sessions, Set<String> ownTables) throws SQLException;

  /** Watches one run of a migration. */
  interface Watch {

    /** A transaction of the migration has ended, or may have. */
    void transactionEnded();

    /** A statement of the migration is about to run in the transaction of a connection. */
    void before(Connection connection, String sql) throws SQLException;

    /**
     * A statement has run in the transaction of a connection.
     *
     * @param position its number, counted from 0
     */
    void after(Connection connection, String sql, int position) throws SQLException;

    /** Runs a statement that cannot run in a transaction, and measures it from other sessions. */
    <R> R outside(Connection connection, String sql, int position, Work<R> work)
        throws SQLException;

    /** What it means that a statement failed; nothing is known of it but the failure. */
    Hazard failed(String sql, SQLException failure, int position);

    /** What was found, once the migration has ended; in the order of the statements. */
    List<Hazard> end() throws SQLException;
  }

  /** Whether a statement fails because of the rows that it met, so that it may run on others. */
  boolean isOfRows(SQLException failure);

  /** Whether a statement fails because a name that it uses is missing. */
  boolean isMissing(SQLException failure);
}
