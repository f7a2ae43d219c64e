package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.DatabaseObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements on a shadow that may refuse them. A refusal is a sentence, and no failure. */
final class ShadowStatements {

  private final Dialect dialect;

  ShadowStatements(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Runs what a history expects in a database.
   *
   * @param privileged connections with more rights, for what is refused for lack of rights; null
   *     where the database already holds what others have made
   */
  Optional<String> prerequisite(
      Connection connection, @Nullable ConnectionSource privileged, String sql)
      throws SQLException {
    try {
      run(connection, sql);
      return Optional.empty();
    } catch (SQLException e) {
      if (privileged != null && dialect.executionRules().isForbidden(e)) {
        try (Connection other = privileged.open()) {
          return prerequisite(other, null, sql);
        }
      }
      return Optional.of(
          "the shadow database refuses \""
              + sql
              + "\" ("
              + firstLine(e)
              + "): what depends on it is not proven; name a database that has it in [shadow]"
              + " url");
    }
  }

  /** Creates an object. */
  Optional<String> create(Connection connection, DatabaseObject object) {
    try {
      run(connection, String.valueOf(object.create()));
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(refusal(object, e));
    }
  }

  /** What is not proven because the shadow does not have an object. */
  static String refusal(DatabaseObject object, SQLException failure) {
    return "the shadow database cannot have the "
        + name(object)
        + " ("
        + firstLine(failure)
        + "): what depends on it is not proven";
  }

  /** The kind and the name of an object: {@code materialized view totals}. */
  static String name(DatabaseObject object) {
    return object.kind().replace('-', ' ') + " " + object.name();
  }

  /** Within a transaction, statements that are refused leave no trace. */
  private void run(Connection connection, String sql) throws SQLException {
    @Nullable Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      for (String single : dialect.textRules().statements(sql)) {
        statement.execute(single);
      }
    } catch (SQLException e) {
      if (before != null) {
        connection.rollback(before);
      }
      throw e;
    }
    if (before != null) {
      connection.releaseSavepoint(before);
    }
  }

  private static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
