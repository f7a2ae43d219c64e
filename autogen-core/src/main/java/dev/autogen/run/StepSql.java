package dev.autogen.run;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.history.Step;
import java.util.List;

/**
 * The SQL of one revision.
 *
 * @param statements what the migration does, without closing semicolons
 * @param bookkeeping what autogen does to its own tables
 * @param losses the rows or values that are lost, in words; for an author's own SQL, the line that
 *     loses them
 * @param connectionWork how often the migration works on a connection, which no SQL can show
 */
public record StepSql(
    Step step,
    List<SqlStatement> statements,
    List<String> bookkeeping,
    List<String> losses,
    int connectionWork) {
  public StepSql {
    statements = List.copyOf(statements);
    bookkeeping = List.copyOf(bookkeeping);
    losses = List.copyOf(losses);
  }
}
