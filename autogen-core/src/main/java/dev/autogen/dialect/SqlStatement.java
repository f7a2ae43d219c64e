package dev.autogen.dialect;

import dev.autogen.operation.Nothing;
import dev.autogen.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement.
 *
 * @param sql the text, without a closing semicolon
 * @param transactional whether it may run within a transaction
 * @param clause what may be joined with the statements beside it, or null
 * @param parts the statements that it joins; empty for one of its own
 * @param makes the one change of the schema that it makes; {@link Nothing} where it can be run any
 *     number of times; null where nobody needs to know
 */
public record SqlStatement(
    String sql,
    boolean transactional,
    @Nullable TableClause clause,
    List<String> parts,
    @Nullable Operation makes) {
  public SqlStatement {
    parts = List.copyOf(parts);
  }

  /** A statement of which nobody needs to know what it makes. */
  public SqlStatement(
      String sql, boolean transactional, @Nullable TableClause clause, List<String> parts) {
    this(sql, transactional, clause, parts, null);
  }

  /** A statement that the database commits by itself, and the one change that it makes. */
  public static SqlStatement alone(String sql, @Nullable Operation makes) {
    return new SqlStatement(sql, false, null, List.of(), makes);
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
