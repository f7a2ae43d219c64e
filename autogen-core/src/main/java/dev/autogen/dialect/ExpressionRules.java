package dev.autogen.dialect;

import dev.autogen.schema.Expression;
import dev.autogen.schema.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the database for its form of an expression: two expressions that it prints alike are the
 * same.
 */
public interface ExpressionRules {

  /**
   * The form in which the database would print each expression. The question changes nothing in the
   * database, and takes one round trip for any number of expressions.
   *
   * <p>A constant server default comes back as its value in the column's type, in quotes. An
   * expression that the database does not accept is missing from the answer; an empty answer to a
   * question that was not empty may also mean that this connection may not ask.
   *
   * @throws SQLException if the connection fails
   */
  Map<Expression, String> inDatabaseWords(Connection connection, List<Expression> expressions)
      throws SQLException;

  /**
   * The types among these that the database does not have.
   *
   * @throws SQLException if the connection fails
   */
  Set<SqlType> unknownTypes(Connection connection, Set<SqlType> types) throws SQLException;
}
