package dev.autogen.dialect.mysql;

import dev.autogen.dialect.MissingValue;
import dev.autogen.operation.Backfill;
import dev.autogen.sql.Token;
import java.util.List;

/** Writes the statement that gives rows without a value one. */
final class MySqlBackfillSql {

  private static final String COUNTER = "@autogen_row";

  private MySqlBackfillSql() {}

  static String of(Backfill operation) {
    String table = MySqlNames.quote(operation.table());
    String column = MySqlNames.quote(operation.column());
    String where = " where " + column + " is null";
    String expression = operation.expression();
    if (expression == null) {
      return "update " + table + " set " + column + " = " + refusal(operation) + where;
    }
    String counted = counted(expression);
    if (!counted.equals(expression)) {
      // An UPDATE cannot number its rows by a window.
      return "update "
          + table
          + ", (select "
          + COUNTER
          + " := 0) as autogen_start set "
          + column
          + " = "
          + counted
          + where;
    }
    return "update " + table + " set " + column + " = " + expression + where;
  }

  /** A subquery with two rows, which fails as soon as there is a row that needs the value. */
  private static String refusal(Backfill operation) {
    return "(select " + MySqlNames.literal(MissingValue.message(operation)) + " union select '')";
  }

  /** The expression with a counter in place of {@code row_number() over ()}. */
  private static String counted(String expression) {
    List<Token> tokens = MySqlText.RULES.tokens(expression);
    for (int i = 0; i + 5 < tokens.size(); i++) {
      if (tokens.get(i).isWord("row_number")
          && tokens.get(i + 1).isSymbol('(')
          && tokens.get(i + 2).isSymbol(')')
          && tokens.get(i + 3).isWord("over")
          && tokens.get(i + 4).isSymbol('(')
          && tokens.get(i + 5).isSymbol(')')) {
        return expression.substring(0, tokens.get(i).start())
            + "("
            + COUNTER
            + " := "
            + COUNTER
            + " + 1)"
            + expression.substring(tokens.get(i + 5).end());
      }
    }
    return expression;
  }
}
