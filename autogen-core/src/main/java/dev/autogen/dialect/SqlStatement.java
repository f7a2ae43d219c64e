package dev.autogen.dialect;

/**
 * One SQL statement.
 *
 * @param sql the text, without a closing semicolon
 * @param transactional whether it may run within a transaction
 */
public record SqlStatement(String sql, boolean transactional) {

  /** A statement that runs within a transaction. */
  public static SqlStatement of(String sql) {
    return new SqlStatement(sql, true);
  }
}
