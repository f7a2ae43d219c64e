package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.MissingValue;
import dev.autogen.operation.Backfill;
import java.util.List;

/** Writes the statement that gives rows without a value one. */
final class BackfillSql {

  private BackfillSql() {}

  static String of(Backfill operation) {
    Definitions.refuseSchema(operation.table());
    String table = SqliteText.quote(operation.table());
    String column = SqliteText.quote(operation.column());
    String where = " where " + column + " is null";
    String expression = operation.expression();
    if (expression == null) {
      String message = SqliteText.literal(MissingValue.message(operation));
      // With the column in it, it is not computed before there is a row.
      String raised = SqliteErrors.raised(message + " || coalesce(" + column + ", '')");
      return "update " + table + " set " + column + " = " + raised + where;
    } else if (hasWindow(expression)) {
      return "update "
          + table
          + " set "
          + column
          + " = filled.new_value from (select rowid as row_id, "
          + expression
          + " as new_value from "
          + table
          + where
          + ") as filled where "
          + table
          + ".rowid = filled.row_id";
    }
    return "update " + table + " set " + column + " = " + expression + where;
  }

  /** Whether an expression reads other rows, as {@code row_number() over ()} does. */
  private static boolean hasWindow(String expression) {
    List<String> tokens = SqliteText.RULES.words().of(expression);
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).equalsIgnoreCase("over") && tokens.get(i - 1).equals(")")) {
        return true;
      }
    }
    return false;
  }
}
