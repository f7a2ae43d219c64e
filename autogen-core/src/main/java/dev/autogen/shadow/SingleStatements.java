package dev.autogen.shadow;

import dev.autogen.dialect.RowRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Runs statements one by one, even after a failure, to find all that fail and all their effects.
 */
final class SingleStatements {

  /**
   * A statement that failed because of rows.
   *
   * @param rows the rows on which it fails, a line for each table
   * @param names the names that its error tells
   */
  record Failed(String statement, SQLException failure, List<String> rows, List<String> names) {

    /**
     * Whether the failure only follows from an earlier statement that failed: all names in its
     * error occur there.
     */
    boolean follows(String earlier) {
      return statement.equals(earlier)
          || !names.isEmpty() && names.stream().allMatch(name -> names(earlier, name));
    }

    private static boolean names(String statement, String name) {
      String whole = "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])";
      return Pattern.compile(whole).matcher(statement).find();
    }
  }

  private SingleStatements() {}

  /** Finds the rows on which a statement fails. */
  @FunctionalInterface
  interface FailingRows {
    List<String> of(Connection connection, String statement);
  }

  /** Only failures because of rows are told; others follow from earlier failures. */
  static List<Failed> run(
      Connection connection, List<String> statements, RowRules rules, FailingRows failingRows)
      throws SQLException {
    List<Failed> failed = new ArrayList<>();
    List<String> ended = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : rules.session()) {
        statement.execute(sql);
      }
      for (String sql : statements) {
        if (ended.stream().anyMatch(each -> rules.goesOn(each, sql))) {
          continue;
        }
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          ended.add(sql);
          if (rules.isOfRows(e)) {
            failed.add(new Failed(sql, e, failingRows.of(connection, sql), rules.names(e, sql)));
            connection.setAutoCommit(true);
          }
        }
      }
    }
    return failed;
  }
}
