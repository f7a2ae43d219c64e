package dev.autogen.comparison;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.Operation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A difference between database and model, with the statements that remove it.
 *
 * @param operation the difference
 * @param statements the SQL, in order
 */
public record Change(Operation operation, List<SqlStatement> statements) {

  public Change {
    statements = List.copyOf(statements);
  }

  /** The statements as a script: each ends with a semicolon, lines are separated by newlines. */
  public String sql() {
    return statements.stream()
        .map(statement -> statement.sql() + ";")
        .collect(Collectors.joining("\n"));
  }
}
