package dev.autogen.rows;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a migration did to the rows that a proof put into the tables.
 *
 * @param kind what happened
 * @param stage the step after which it was seen
 * @param table the table's name before the migration
 * @param column the column, or null where the finding is about rows
 * @param count how many rows or values are affected
 * @param total how many there are
 * @param before an example of a value, or null
 * @param after what that value became, or why rows were lost; null where the migration does not say
 * @param unexpected whether the migration does this without saying so
 */
public record RowFinding(
    Kind kind,
    Stage stage,
    String table,
    @Nullable String column,
    int count,
    int total,
    @Nullable String before,
    @Nullable String after,
    boolean unexpected) {

  private static final int LONGEST_VALUE = 40;

  /** What happened. */
  public enum Kind {
    /** The table was dropped with its rows. */
    TABLE_DROPPED,
    /** The column was dropped with its values. */
    COLUMN_DROPPED,
    /** Rows disappeared from a table that still exists. */
    ROWS_LOST,
    /** There are more rows. */
    ROWS_ADDED,
    /** Values changed. */
    VALUES_CHANGED
  }

  /** The step after which something was seen. */
  public enum Stage {
    UPGRADE,
    DOWNGRADE
  }

  public RowFinding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(table, "table");
  }

  /** The same finding, marked as expected. */
  RowFinding expected() {
    return new RowFinding(kind, stage, table, column, count, total, before, after, false);
  }

  /** The finding in one line. */
  public String text() {
    return stage == Stage.UPGRADE ? afterUpgrade() : afterDowngrade();
  }

  private String afterUpgrade() {
    return switch (kind) {
      case TABLE_DROPPED -> "the upgrade drops " + table + " with " + rows(count);
      case COLUMN_DROPPED -> "the upgrade drops " + object() + " with " + values(count);
      case ROWS_LOST ->
          table
              + ": "
              + count
              + " of "
              + rows(total)
              + " lost by the upgrade"
              + (unexpected ? ", and no statement of it deletes from " + table : reason());
      case ROWS_ADDED -> table + ": " + rows(count) + " added by the upgrade";
      case VALUES_CHANGED ->
          object() + ": " + count + " of " + values(total) + " changed by the upgrade" + example();
    };
  }

  private String afterDowngrade() {
    return switch (kind) {
      case TABLE_DROPPED, COLUMN_DROPPED ->
          "not restored by the downgrade: "
              + object()
              + ", "
              + (column == null ? rows(count) : values(count));
      case ROWS_LOST ->
          "not restored by the downgrade: "
              + table
              + ", "
              + count
              + " of "
              + rows(total)
              + (unexpected
                  ? "; the downgrade loses some, and no statement of it deletes"
                  : reason());
      case ROWS_ADDED -> "left by the downgrade: " + table + ", " + rows(count);
      case VALUES_CHANGED ->
          "not restored by the downgrade: "
              + object()
              + ", "
              + (count == total ? "" : count + " of ")
              + values(total)
              + (after == null ? "" : example());
    };
  }

  /** Why the rows were lost, if the migration says so; else empty. */
  private String reason() {
    return after == null ? "" : after;
  }

  private String object() {
    return column == null ? table : table + "." + column;
  }

  private String example() {
    return ", such as " + shown(before) + " to " + shown(after);
  }

  static String shown(@Nullable String value) {
    if (value == null) {
      return "null";
    }
    String line = value.replace("\n", "\\n");
    return line.codePointCount(0, line.length()) <= LONGEST_VALUE
        ? "'" + line + "'"
        : "'"
            + line.substring(0, line.offsetByCodePoints(0, LONGEST_VALUE))
            + "…' ("
            + value.codePointCount(0, value.length())
            + " characters)";
  }

  private static String rows(int count) {
    return count + (count == 1 ? " row" : " rows");
  }

  private static String values(int count) {
    return count + (count == 1 ? " value" : " values");
  }
}
