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

  /** A statement that failed because of rows. */
  record Failed(String statement, SQLException failure) {

    /**
     * Whether the failure only follows from an earlier statement that failed: all names in its
     * error occur there.
     */
    boolean follows(String earlier) {
      if (statement.equals(earlier)) {
        return true;
      }
      Matcher names = QUOTED.matcher(String.valueOf(failure.getMessage()));
      boolean named = false;
      while (names.find()) {
        named = true;
        if (!earlier.contains(names.group(1))) {
          return false;
        }
      }
      return named;
    }
  }

  private SingleStatements() {}

  static List<Failed> run(Connection connection, List<String> statements) throws SQLException {
    List<Failed> failed = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          String state = String.valueOf(e.getSQLState());
          if (state.length() == 5 && OF_ROWS.contains(state.substring(0, 2))) {
            failed.add(new Failed(sql, e));
          }
        }
      }
    }
    return failed;
  }
}
