package dev.autogen.rows;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The combinations of values that are possible in columns which conditions connect.
 *
 * @param values SQL expressions by column, a map per choice; where no condition applies, choices
 *     with a null come last
 * @param present how many choices come before those with a null
 * @param kind how rows take the choices in turn
 */
record ValueChoices(Set<String> columns, List<Map<String, String>> values, int present, Kind kind) {

  /** How rows take the choices in turn. */
  enum Kind {
    /** Each row takes the next choice; the row of nulls takes the null. */
    FREE,
    /**
     * Like {@code FREE}, but each choice goes to two successive rows, so that a parent has several
     * children.
     */
    PAIRED,
    /** The choices satisfy conditions; nulls are among them. */
    BOUND
  }

  ValueChoices {
    columns = Set.copyOf(columns);
    values = List.copyOf(values);
  }

  /** The choice for the n-th row of a table; {@code spread} shifts it against other columns. */
  Map<String, String> of(int row, int spread) {
    if (row < CandidateRows.ROWS) {
      if (kind == Kind.BOUND) {
        return values.get(row % values.size());
      }
      boolean isNull = row == CandidateRows.ROWS - 1 || present == 0;
      if (isNull && present < values.size()) {
        return values.get(values.size() - 1);
      }
      return values.get((kind == Kind.PAIRED ? row / 2 * parentDistance() : row) % present);
    }
    return values.get((row * spread + row / CandidateRows.ROWS) % values.size());
  }

  /**
   * The distance between the parents of successive pairs, so that they come from the whole table.
   */
  private int parentDistance() {
    return Math.max(1, present * 2 / CandidateRows.ROWS);
  }
}
