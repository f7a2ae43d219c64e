package dev.autogen.rows;

import dev.autogen.dialect.RowRules.Column;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.rows.RowFinding.Kind;
import dev.autogen.rows.RowFinding.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the rows before a migration with those after it. */
final class RowComparison {

  private final Stage stage;
  private final RowTrial.StepLog log;
  private final List<RowFinding> findings = new ArrayList<>();

  private RowComparison(Stage stage, RowTrial.StepLog log) {
    this.stage = stage;
    this.log = log;
  }

  /**
   * Compares the rows.
   *
   * @param log what the migration did and announced
   */
  static List<RowFinding> of(
      Stage stage, RowSnapshot before, RowSnapshot after, RowTrial.StepLog log) {
    RowComparison comparison = new RowComparison(stage, log);
    Map<TableRows, Table> pairs =
        before.pairs(after.tables().stream().map(TableRows::table).toList());
    Map<String, TableRows> rows = after.byIdentity();
    for (TableRows old : before.tables()) {
      Table table = pairs.get(old);
      if (table != null) {
        comparison.compare(old, rows.get(table.identity()));
      } else if (!old.rows().isEmpty()) {
        int count = old.rows().size();
        comparison.add(old, Kind.TABLE_DROPPED, null, count, count, null, null, false);
      }
    }
    return List.copyOf(comparison.findings);
  }

  private void compare(TableRows old, TableRows now) {
    boolean same = old.table().identity().equals(now.table().identity());
    List<Integer> from = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    for (int i = 0; i < old.columns().size(); i++) {
      int index = TableRows.indexOf(now.columns(), old.columns().get(i), same);
      if (index >= 0) {
        from.add(i);
        to.add(index);
      } else {
        dropped(old, i);
      }
    }
    boolean[] retyped = new boolean[from.size()];
    for (int i = 0; i < retyped.length; i++) {
      Column column = old.columns().get(from.get(i));
      retyped[i] = !column.type().equals(now.columns().get(to.get(i)).type());
    }
    int[] matches =
        RowMatching.of(
            project(old.rows(), from),
            project(now.earlier(), to),
            retyped,
            key(old, now, from, to));
    rows(old, now, matches);
    for (int i = 0; i < retyped.length; i++) {
      values(old, now, matches, from.get(i), to.get(i), retyped[i]);
    }
  }

  /**
   * Reports the values of a column that was dropped, or merged into another. A column with only
   * nulls lost none.
   */
  private void dropped(TableRows old, int column) {
    int count = (int) old.rows().stream().filter(row -> row.get(column) != null).count();
    if (count > 0) {
      String name = old.columns().get(column).name();
      add(old, Kind.COLUMN_DROPPED, name, count, old.rows().size(), null, null, false);
    }
  }

  private void rows(TableRows old, TableRows now, int[] matches) {
    int lost = 0;
    for (int match : matches) {
      lost += match < 0 ? 1 : 0;
    }
    int added = now.rows().size() - (matches.length - lost);
    if (lost > 0) {
      Optional<String> reason = log.of(old.table().name()).or(() -> log.of(now.table().name()));
      add(
          old,
          Kind.ROWS_LOST,
          null,
          lost,
          matches.length,
          null,
          reason.orElse(null),
          reason.isEmpty());
    }
    if (added > 0 && !old.rows().isEmpty()) {
      add(old, Kind.ROWS_ADDED, null, added, now.rows().size(), null, null, false);
    }
  }

  private void values(
      TableRows old, TableRows now, int[] matches, int from, int to, boolean retyped) {
    int values = 0;
    int changed = 0;
    String before = null;
    String after = null;
    for (int i = 0; i < matches.length; i++) {
      if (matches[i] < 0) {
        continue;
      }
      String one = old.rows().get(i).get(from);
      String other = now.earlier().get(matches[i]).get(to);
      boolean same = RowMatching.same(one, other, retyped);
      values += one != null || !same ? 1 : 0;
      if (!same) {
        if (changed == 0 || isClearer(one, before)) {
          before = one;
          after = now.rows().get(matches[i]).get(to);
        }
        changed++;
      }
    }
    if (changed > 0) {
      String name = old.columns().get(from).name();
      add(old, Kind.VALUES_CHANGED, name, changed, values, before, after, false);
    }
  }

  /** Whether a value is a better example than another: not empty, and shorter. */
  private static boolean isClearer(@Nullable String value, @Nullable String than) {
    return value != null
        && !value.isEmpty()
        && (than == null || than.isEmpty() || value.length() < than.length());
  }

  /** The positions of the primary key, if it is the same before and after; else empty. */
  private static List<Integer> key(
      TableRows old, TableRows now, List<Integer> from, List<Integer> to) {
    List<Integer> key = new ArrayList<>();
    for (String name : old.table().primaryKey()) {
      for (int i = 0; i < from.size(); i++) {
        if (old.columns().get(from.get(i)).name().equals(name)
            && now.table().primaryKey().contains(now.columns().get(to.get(i)).name())) {
          key.add(i);
        }
      }
    }
    boolean whole =
        key.size() == old.table().primaryKey().size()
            && Objects.equals(key.size(), now.table().primaryKey().size());
    return whole ? key : List.of();
  }

  private static List<List<@Nullable String>> project(
      List<List<@Nullable String>> rows, List<Integer> columns) {
    List<List<@Nullable String>> result = new ArrayList<>();
    for (List<@Nullable String> row : rows) {
      List<@Nullable String> values = new ArrayList<>();
      columns.forEach(i -> values.add(row.get(i)));
      result.add(values);
    }
    return result;
  }

  private void add(
      TableRows old,
      Kind kind,
      @Nullable String column,
      int count,
      int of,
      @Nullable String before,
      @Nullable String after,
      boolean unexpected) {
    findings.add(
        new RowFinding(
            kind,
            stage,
            old.table().name().toString(),
            column,
            count,
            of,
            before,
            after,
            unexpected));
  }
}
