package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules.Failure;
import java.sql.SQLException;

/** Tells the runner that the database refused a statement. */
final class StatementFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sql;
  private final Failure failure;
  private final String description;

  StatementFailed(String sql, Failure failure, String description, SQLException cause) {
    super(cause.getMessage(), cause);
    this.sql = sql;
    this.failure = failure;
    this.description = description;
  }

  /** The same failure with a further sentence. */
  StatementFailed with(String sentence) {
    return new StatementFailed(
        sql, failure, description + "\n" + sentence, (SQLException) getCause());
  }

  String sql() {
    return sql;
  }

  Failure failure() {
    return failure;
  }

  /** What the database said, in several lines. */
  String description() {
    return description;
  }
}
