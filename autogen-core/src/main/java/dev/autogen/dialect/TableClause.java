package dev.autogen.dialect;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of one column that can be a clause of a statement with several such changes, so that the
 * database writes or scans the table once.
 *
 * @param table the beginning that such statements share: {@code alter table t}
 * @param text the clause, or null for a statement of its own that may wait until those before and
 *     behind it have run, such as a comment
 * @param column the column that it changes
 * @param rank its place among the clauses of one column. The database carries out the clauses of a
 *     statement by kind, whatever their order in the text, so only a clause of a higher rank may
 *     follow on the same column.
 * @param isOnly whether the column may have no other clause in the statement
 * @param reads the columns whose values it reads, besides its own
 */
public record TableClause(
    String table,
    @Nullable String text,
    String column,
    int rank,
    boolean isOnly,
    Set<String> reads) {
  public TableClause {
    reads = Set.copyOf(reads);
  }
}
