package dev.autogen.dialect;

import org.jspecify.annotations.Nullable;

/**
 * One SQL statement.
 *
 * @param sql the text, without a closing semicolon
 * @param transactional whether it may run within a transaction
 * @param clause what may be joined with the statements beside it, or null
 */
public record SqlStatement(String sql, boolean transactional, @Nullable TableClause clause) {

  /** A statement that is joined with no other. */
  public SqlStatement(String sql, boolean transactional) {
    this(sql, transactional, null);
  }

  /** A statement that runs within a transaction. */
  public static SqlStatement of(String sql) {
    return new SqlStatement(sql, true);
  }
}
