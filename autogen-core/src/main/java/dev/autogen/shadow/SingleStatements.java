package dev.autogen.shadow;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs statements one by one, even after a failure, to find all that fail and all their effects.
 */
final class SingleStatements {

  /**
   * Data exceptions and violated constraints (SQL:2016, 24.1). Other errors follow from earlier
   * failures.
   */
  private static final Set<String> OF_ROWS = Set.of("22", "23");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  /** The errors that tell names: violated constraints. Others tell values. */
  private static final String OF_CONSTRAINTS = "23";

  /**
   * A statement that failed because of rows.
   *
   * @param rows the rows on which it fails, a line for each table
   */
  record Failed(String statement, SQLException failure, List<String> rows) {

    /**
     * Whether the failure only follows from an earlier statement that failed: all names in its
     * error occur there.
     */
    boolean follows(String earlier) {
      if (statement.equals(earlier)) {
        return true;
      } else if (!String.valueOf(failure.getSQLState()).startsWith(OF_CONSTRAINTS)) {
        return false;
      }
      Matcher names = QUOTED.matcher(String.valueOf(failure.getMessage()));
      boolean named = false;
      while (names.find()) {
        named = true;
        String name = "(?<![\\w$])" + Pattern.quote(names.group(1)) + "(?![\\w$])";
        if (!Pattern.compile(name).matcher(earlier).find()) {
          return false;
        }
      }
      return named;
    }
  }

  private SingleStatements() {}

  /** Finds the rows on which a statement fails. */
  @FunctionalInterface
  interface FailingRows {
    List<String> of(Connection connection, String statement);
  }

  static List<Failed> run(Connection connection, List<String> statements, FailingRows failingRows)
      throws SQLException {
    List<Failed> failed = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          String state = String.valueOf(e.getSQLState());
          if (state.length() == 5 && OF_ROWS.contains(state.substring(0, 2))) {
            failed.add(new Failed(sql, e, failingRows.of(connection, sql)));
            connection.setAutoCommit(true);
          }
        }
      }
    }
    return failed;
  }
}
