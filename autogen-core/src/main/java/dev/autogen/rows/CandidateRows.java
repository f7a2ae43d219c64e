package dev.autogen.rows;

import dev.autogen.dialect.RowRules.Condition;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.rows.ValueChoices.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows that are tried in a table. Every run tries the same ones. */
final class CandidateRows {

  /**
   * How many rows a table gets: ordinary ones, those at the bounds of their types, and one of
   * nulls.
   */
  static final int ROWS = 8;

  /** How many rows are tried at most, where the first ones are refused. */
  static final int MOST = 64;

  private final Table table;
  private final List<ValueChoices> choices = new ArrayList<>();
  private Optional<String> obstacle = Optional.empty();

  private CandidateRows(Table table) {
    this.table = table;
  }

  static CandidateRows of(Table table, List<ColumnGroup> groups, ValueCombinations combinations)
      throws SQLException {
    CandidateRows result = new CandidateRows(table);
    List<ColumnGroup> open = new ArrayList<>(groups);
    while (!open.isEmpty()) {
      result.add(open, combinations);
    }
    result.pair();
    return result;
  }

  /** Why no row can be built for the table; empty where rows can be built. */
  Optional<String> obstacle() {
    return obstacle;
  }

  /** The n-th row: SQL expressions by column. */
  Map<String, String> row(int number) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < choices.size(); i++) {
      row.putAll(choices.get(i).of(number, 2 * i + 1));
    }
    return row;
  }

  /** Takes the first column group and all groups that conditions connect with it. */
  private void add(List<ColumnGroup> open, ValueCombinations combinations) throws SQLException {
    List<ColumnGroup> connected = new ArrayList<>(List.of(open.remove(0)));
    Set<String> columns = new HashSet<>(connected.get(0).columns());
    List<Condition> conditions = new ArrayList<>();
    for (boolean grows = true; grows; ) {
      grows = false;
      for (Condition condition : table.conditions()) {
        if (!conditions.contains(condition)
            && condition.columns().stream().anyMatch(columns::contains)
            && isAboutSlots(condition, columns, open)) {
          conditions.add(condition);
          grows |= take(condition, open, connected, columns);
        }
      }
    }
    if (conditions.isEmpty()) {
      free(connected.get(0));
    } else {
      bound(connected, conditions, combinations);
    }
  }

  private static boolean take(
      Condition condition,
      List<ColumnGroup> open,
      List<ColumnGroup> connected,
      Set<String> columns) {
    boolean grows = false;
    for (ColumnGroup group : List.copyOf(open)) {
      if (group.columns().stream().anyMatch(condition.columns()::contains)) {
        open.remove(group);
        connected.add(group);
        columns.addAll(group.columns());
        grows = true;
      }
    }
    return grows;
  }

  /**
   * Whether a condition is only about columns of the row. A condition on a column that the database
   * fills is left to the database.
   */
  private static boolean isAboutSlots(
      Condition condition, Set<String> columns, List<ColumnGroup> open) {
    Set<String> known = new HashSet<>(columns);
    open.forEach(group -> known.addAll(group.columns()));
    return known.containsAll(condition.columns());
  }

  private void free(ColumnGroup group) {
    if (group.values().isEmpty()) {
      obstacle =
          Optional.of(
              group.reference()
                  ? "there is no row to which "
                      + String.join(", ", group.columns())
                      + " could point"
                  : "no value of type "
                      + table.column(group.columns().get(0)).orElseThrow().type()
                      + " is known for "
                      + group.columns().get(0));
    }
    choices.add(
        new ValueChoices(Set.copyOf(group.columns()), group.values(), group.parents(), Kind.FREE));
  }

  private void bound(
      List<ColumnGroup> connected, List<Condition> conditions, ValueCombinations combinations)
      throws SQLException {
    List<Map<String, String>> values = combinations.of(connected, conditions);
    Set<String> columns = new LinkedHashSet<>();
    connected.forEach(group -> columns.addAll(group.columns()));
    if (values.isEmpty()) {
      obstacle = Optional.of("none of the values tried satisfies " + words(conditions));
    }
    choices.add(new ValueChoices(columns, values, values.size(), Kind.BOUND));
  }

  private static String words(List<Condition> conditions) {
    return String.join(
        " and ", conditions.stream().map(each -> each.name() + ": " + each.sql()).toList());
  }

  /** Makes rows share a parent, by the first foreign key that allows several children. */
  private void pair() {
    for (int i = 0; i < choices.size(); i++) {
      ValueChoices each = choices.get(i);
      boolean reference =
          table.references().stream().anyMatch(key -> each.columns().containsAll(key.columns()));
      boolean unique = table.uniques().stream().anyMatch(each.columns()::containsAll);
      if (each.kind() == Kind.FREE && reference && !unique && each.present() > 0) {
        choices.set(
            i, new ValueChoices(each.columns(), each.values(), each.present(), Kind.PAIRED));
        return;
      }
    }
  }
}
