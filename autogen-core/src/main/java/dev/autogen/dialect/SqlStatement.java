package dev.autogen.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement.
 *
 * @param sql the text, without a closing semicolon
 * @param transactional whether it may run within a transaction
 * @param clause what may be joined with the statements beside it, or null
 * @param parts the statements that it joins; empty for one of its own
 */
public record SqlStatement(
    String sql, boolean transactional, @Nullable TableClause clause, List<String> parts) {
  public SqlStatement {
    parts = List.copyOf(parts);
  }

  /** A statement that is joined with no other. */
  public SqlStatement(String sql, boolean transactional) {
    this(sql, transactional, null, List.of());
  }

  /** A statement that may be joined with those beside it. */
  public SqlStatement(String sql, TableClause clause) {
    this(sql, true, clause, List.of());
  }

  /** A statement that runs within a transaction. */
  public static SqlStatement of(String sql) {
    return new SqlStatement(sql, true);
  }
}
