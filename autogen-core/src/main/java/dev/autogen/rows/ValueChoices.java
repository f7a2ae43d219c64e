package dev.autogen.rows;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can stand together in columns that conditions connect, as far as these conditions go.
 *
 * @param values SQL expressions by column, a map per choice; where nothing ties them, those with a
 *     null last
 * @param present how many come before those with a null
 * @param kind how rows take them in turn
 */
record ValueChoices(Set<String> columns, List<Map<String, String>> values, int present, Kind kind) {

  /** How rows take choices in turn. */
  enum Kind {
    /** Any row takes the next one; a row of nulls takes the null. */
    FREE,
    /** As free ones, but two rows in a row take the same: several children of one parent. */
    PAIRED,
    /** Chosen by conditions, nulls among them. */
    BOUND
  }

  ValueChoices {
    columns = Set.copyOf(columns);
    values = List.copyOf(values);
  }

  /** The choice of the n-th row of a table; {@code spread} shifts it against other columns. */
  Map<String, String> of(int row, int spread) {
    if (row < CandidateRows.ROWS) {
      if (kind == Kind.BOUND) {
        return values.get(row % values.size());
      }
      boolean isNull = row == CandidateRows.ROWS - 1 || present == 0;
      if (isNull && present < values.size()) {
        return values.get(values.size() - 1);
      }
      return values.get((kind == Kind.PAIRED ? row / 2 * apart() : row) % present);
    }
    return values.get((row * spread + row / CandidateRows.ROWS) % values.size());
  }

  /** How far the parents of pairs are apart, so that they come from all over the table. */
  private int apart() {
    return Math.max(1, present * 2 / CandidateRows.ROWS);
  }
}
