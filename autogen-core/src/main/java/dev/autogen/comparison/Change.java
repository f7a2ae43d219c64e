package dev.autogen.comparison;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.Operation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A difference between database and model, with the statements that remove it.
 *
 * @param operation the difference
 * @param statements the SQL, in order
 * @param remark what a reader must know about values that may not fit, or null
 */
public record Change(Operation operation, List<SqlStatement> statements, @Nullable String remark) {

  /** The end of the summary of a type that becomes narrower. */
  public static final String NARROWER = " (narrower)";

  public Change {
    statements = List.copyOf(statements);
  }

  /** The difference in one line of words, which say also that a type becomes narrower. */
  public String summary() {
    return operation.summary() + (remark == null ? "" : NARROWER);
  }

  /** Whether rows or values are lost, or values may not fit a narrower type. */
  public boolean losesData() {
    return operation.losesData() || remark != null;
  }

  /** The statements as a script: each ends with a semicolon, lines are separated by newlines. */
  public String sql() {
    return statements.stream()
        .map(statement -> statement.sql() + ";")
        .collect(Collectors.joining("\n"));
  }
}
