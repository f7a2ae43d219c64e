package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.ExpressionRules;
import dev.autogen.schema.Expression;
import dev.autogen.schema.SqlType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Asks PostgreSQL 12 and later how it understands expressions; see {@link ExpressionScript}. */
public final class PostgreSqlExpressionRules implements ExpressionRules {

  @Override
  public Map<Expression, String> inDatabaseWords(
      Connection connection, List<Expression> expressions) throws SQLException {
    List<ExpressionGroup> groups =
        ExpressionGroup.of(
            expressions.stream()
                .distinct()
                .filter(expression -> expression.sql().indexOf('\0') < 0)
                .map(ExpressionQuestion::of)
                .toList());
    if (groups.isEmpty()) {
      return Map.of();
    }
    if (!connection.getAutoCommit()) {
      Savepoint before = connection.setSavepoint();
      try {
        return answers(connection, groups);
      } finally {
        connection.rollback(before);
        connection.releaseSavepoint(before);
      }
    }
    connection.setAutoCommit(false);
    try {
      return answers(connection, groups);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static Map<Expression, String> answers(
      Connection connection, List<ExpressionGroup> groups) throws SQLException {
    try {
      return ask(connection, groups);
    } catch (SQLException e) {
      if (isLost(e)) {
        throw e;
      }
      return Map.of();
    }
  }

  /**
   * Whether the connection is gone (classes 08 and 57 of the SQLSTATEs); a timeout does not count.
   */
  private static boolean isLost(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08") || (state.startsWith("57") && !state.equals("57014"));
  }

  private static Map<Expression, String> ask(Connection connection, List<ExpressionGroup> groups)
      throws SQLException {
    List<ExpressionQuestion> questions =
        groups.stream().flatMap(group -> group.questions.stream()).toList();
    List<String> sources =
        groups.stream()
            .flatMap(group -> Collections.nCopies(group.questions.size(), group.source()).stream())
            .toList();
    Map<Expression, String> words = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(ExpressionScript.SQL)) {
      statement.setArray(1, texts(connection, questions.stream().map(ExpressionQuestion::sql)));
      statement.setArray(2, texts(connection, questions.stream().map(ExpressionQuestion::source)));
      statement.setArray(3, texts(connection, sources.stream()));
      boolean isRows = statement.execute();
      for (int passed = 0; !isRows || passed < ExpressionScript.ROWS_BEFORE; ) {
        passed += isRows ? 1 : 0;
        isRows = statement.getMoreResults();
      }
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          Expression expression = questions.get(rows.getInt("number") - 1).expression();
          words.put(expression, PlannerExpressions.of(rows.getString("word"), expression.sql()));
        }
      }
    }
    return words;
  }

  private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  @Override
  public Set<SqlType> unknownTypes(Connection connection, Set<SqlType> types) throws SQLException {
    return OtherDatabaseTypes.unknown(connection, types);
  }
}
