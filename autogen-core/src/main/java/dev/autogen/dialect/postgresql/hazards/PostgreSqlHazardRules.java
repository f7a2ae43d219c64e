package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.HazardRules;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** The hazards of PostgreSQL 14 and later (PostgreSQL manual, 13.3 Explicit Locking). */
public final class PostgreSqlHazardRules implements HazardRules {

  /** Undefined tables, columns, functions, objects and schemas (manual, Appendix A). */
  private static final Set<String> MISSING =
      Set.of("42P01", "42703", "42883", "42704", "3F000", "42P07", "42701", "42710");

  private static final String RAISED = "P0001";

  @Override
  public Watch watch(Sessions sessions, Set<String> ownTables) throws SQLException {
    try (Connection connection = sessions.open()) {
      requireCounts(connection);
      return new StatementWatch(sessions, ownTables, connection);
    }
  }

  /** Without its statistics, the server does not tell which tables were read. */
  private static void requireCounts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select pg_catalog.current_setting('track_counts')")) {
      row.next();
      if (!row.getString(1).equals("on")) {
        throw AutogenException.failed(
            "lint cannot see which tables are scanned, because track_counts is off on the throwaway"
                + " database; set track_counts = on in its postgresql.conf, or take [shadow] url"
                + " away",
            null);
      }
    }
  }

  /** Classes 22 and 23 are of data; what a function raises may be. */
  @Override
  public boolean isOfRows(SQLException failure) {
    return isOf(String.valueOf(failure.getSQLState()));
  }

  static boolean isOf(String state) {
    return state.startsWith("22") || state.startsWith("23") || state.equals(RAISED);
  }

  @Override
  public boolean isMissing(SQLException failure) {
    return MISSING.contains(String.valueOf(failure.getSQLState()));
  }
}
