package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A table of autogen's own, made when it is first needed. */
final class OwnTable {

  private OwnTable() {}

  /** Outside of a transaction, which the question for a missing table would end. */
  static void createIfMissing(
      Connection connection, ExecutionRules rules, String table, String definition)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select 1 from " + table + " where 1 = 0");
    } catch (SQLException e) {
      if (!rules.isMissingTable(e)) {
        throw e;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(definition);
      }
    }
  }
}
