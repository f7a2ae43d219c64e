package dev.autogen.dialect.h2;

import dev.autogen.dialect.MissingValue;
import dev.autogen.operation.Backfill;
import java.util.List;

/** Writes the statement that gives rows without a value one. */
final class H2BackfillSql {

  private final H2Names names;

  H2BackfillSql(H2Names names) {
    this.names = names;
  }

  String of(Backfill operation) {
    String table = names.quote(operation.table());
    String column = names.quote(operation.column());
    String where = " where " + column + " is null";
    String expression = operation.expression();
    if (expression == null) {
      return "update " + table + " set " + column + " = " + refusal(operation, column) + where;
    } else if (hasWindow(expression)) {
      return "merge into "
          + table
          + " using (select _rowid_ as row_id, "
          + expression
          + " as new_value from "
          + table
          + where
          + ") as filled on "
          + table
          + "._rowid_ = filled.row_id when matched then update set "
          + column
          + " = filled.new_value";
    }
    return "update " + table + " set " + column + " = " + expression + where;
  }

  /** A conversion that fails with a message as soon as there is a row that needs the value. */
  private String refusal(Backfill operation, String column) {
    return "cast("
        + names.literal(MissingValue.message(operation))
        + " || coalesce(cast("
        + column
        + " as varchar), '') as integer)";
  }

  /** Whether an expression reads other rows, as {@code row_number() over ()} does. */
  private boolean hasWindow(String expression) {
    List<String> tokens = names.text().words().of(expression);
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).equalsIgnoreCase("over") && tokens.get(i - 1).equals(")")) {
        return true;
      }
    }
    return false;
  }
}
