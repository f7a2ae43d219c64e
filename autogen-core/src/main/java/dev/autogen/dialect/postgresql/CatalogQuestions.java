package dev.autogen.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends several queries to the catalog in one round trip.
 *
 * <p>Each query is a cursor. The server parses it when it is declared, with only {@code pg_catalog}
 * in the search path, and runs it when its rows are fetched, with the session's search path,
 * because the functions that print names use it. See {@link SearchPath}.
 */
final class CatalogQuestions {

  /** Reads the rows of one answer. */
  @FunctionalInterface
  interface Answer {
    void row(ResultSet row) throws SQLException;
  }

  /** Sets the parameters of all queries, in their order. */
  @FunctionalInterface
  interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  /**
   * The settings for the queries: compiling them (JIT) would take the server several times as long
   * as running them.
   */
  private static final String SETTINGS =
      "set local jit = off; set local standard_conforming_strings = on;"
          + " set local cursor_tuple_fraction = 1;\n";

  private static final String ONE_MOMENT =
      "set transaction isolation level repeatable read, read only;\n";

  private final List<String> questions = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  /** Adds a query, and the reader of its rows. */
  CatalogQuestions add(String sql, Answer answer) {
    questions.add(sql);
    answers.add(answer);
    return this;
  }

  /**
   * Runs the queries. All answers show the same moment: a connection in autocommit mode gets its
   * own read-only transaction, repeatable read. A connection within a transaction shows what that
   * transaction sees, its own changes included, and keeps its search path.
   */
  void ask(Connection connection, Parameters parameters) throws SQLException {
    if (!connection.getAutoCommit()) {
      read(connection, "", parameters);
      return;
    }
    connection.setAutoCommit(false);
    try {
      read(connection, ONE_MOMENT, parameters);
      end(connection);
    } catch (SQLException | RuntimeException e) {
      try {
        end(connection);
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  private static void end(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  private void read(Connection connection, String begin, Parameters parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(begin + sql())) {
      parameters.set(statement);
      boolean isRows = statement.execute();
      int skipped = SearchPath.ROWS_OF_CATALOG + 1;
      for (int i = -skipped; i < answers.size(); i++) {
        while (!isRows) {
          isRows = statement.getMoreResults();
        }
        if (i >= 0) {
          try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
              answers.get(i).row(rows);
            }
          }
        }
        isRows = statement.getMoreResults();
      }
    }
  }

  private String sql() {
    StringBuilder sql = new StringBuilder(SETTINGS).append(SearchPath.CATALOG);
    for (int i = 0; i < questions.size(); i++) {
      sql.append(";\ndeclare autogen_question_").append(i).append(" no scroll cursor for ");
      sql.append(questions.get(i));
    }
    sql.append(";\n").append(SearchPath.NAMES);
    for (int i = 0; i < questions.size(); i++) {
      sql.append(";\nfetch all from autogen_question_").append(i);
    }
    for (int i = 0; i < questions.size(); i++) {
      sql.append(";\nclose autogen_question_").append(i);
    }
    return sql.append(";\n").append(SearchPath.BACK).toString();
  }
}
