package dev.autogen.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Controls when PostgreSQL's commits wait for the disk (PostgreSQL manual, "Asynchronous Commit").
 * The log is written in order, so a commit that waits also brings every earlier commit to the disk,
 * and to the standbys that {@code synchronous_commit} names.
 */
final class CommitFlushing {

  private static final String RELAX =
      "select before, pg_catalog.set_config('synchronous_commit', 'off', false)"
          + " from (select pg_catalog.current_setting('synchronous_commit') as before) as setting"
          + " where before operator(pg_catalog.<>) 'off'";

  private CommitFlushing() {}

  static Optional<String> relax(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RELAX)) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  static void restore(Connection connection, String before) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select pg_catalog.set_config('synchronous_commit', ?, false)")) {
      query.setString(1, before);
      query.executeQuery().close();
    }
  }

  /**
   * Writes a message to the log, so that the commit waits. Any user may write such a message, and
   * nobody reads it.
   */
  static void flush(Connection connection) throws SQLException {
    PostgreSqlExecutionRules.execute(
        connection, "select pg_catalog.pg_logical_emit_message(true, 'autogen', '')");
  }
}
