package dev.autogen.rows;

import dev.autogen.dialect.RowRules.Condition;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.rows.Choices.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows that a table may take, the same ones at every run. */
final class Candidates {

  /** How many rows a table gets: the plain ones, those at the bounds, and one of nulls. */
  static final int ROWS = 8;

  /** How many are tried where the first ones are refused. */
  static final int MOST = 64;

  private final Table table;
  private final List<Choices> choices = new ArrayList<>();
  private Optional<String> obstacle = Optional.empty();

  private Candidates(Table table) {
    this.table = table;
  }

  static Candidates of(Table table, List<Slot> slots, Combinations combinations)
      throws SQLException {
    Candidates result = new Candidates(table);
    List<Slot> open = new ArrayList<>(slots);
    while (!open.isEmpty()) {
      result.add(open, combinations);
    }
    result.pair();
    return result;
  }

  /** Why there is no row that the table could take. */
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

  /** Takes the first slot and all that conditions connect with it. */
  private void add(List<Slot> open, Combinations combinations) throws SQLException {
    List<Slot> group = new ArrayList<>(List.of(open.remove(0)));
    Set<String> columns = new HashSet<>(group.get(0).columns());
    List<Condition> conditions = new ArrayList<>();
    for (boolean grows = true; grows; ) {
      grows = false;
      for (Condition condition : table.conditions()) {
        if (!conditions.contains(condition)
            && condition.columns().stream().anyMatch(columns::contains)
            && isAboutSlots(condition, columns, open)) {
          conditions.add(condition);
          grows |= take(condition, open, group, columns);
        }
      }
    }
    if (conditions.isEmpty()) {
      free(group.get(0));
    } else {
      bound(group, conditions, combinations);
    }
  }

  private static boolean take(
      Condition condition, List<Slot> open, List<Slot> group, Set<String> columns) {
    boolean grows = false;
    for (Slot slot : List.copyOf(open)) {
      if (slot.columns().stream().anyMatch(condition.columns()::contains)) {
        open.remove(slot);
        group.add(slot);
        columns.addAll(slot.columns());
        grows = true;
      }
    }
    return grows;
  }

  /** A condition on columns that the database fills is left to the database. */
  private static boolean isAboutSlots(Condition condition, Set<String> columns, List<Slot> open) {
    Set<String> known = new HashSet<>(columns);
    open.forEach(slot -> known.addAll(slot.columns()));
    return known.containsAll(condition.columns());
  }

  private void free(Slot slot) {
    if (slot.values().isEmpty()) {
      obstacle =
          Optional.of(
              slot.reference()
                  ? "there is no row to which " + String.join(", ", slot.columns()) + " could point"
                  : "no value of type "
                      + table.column(slot.columns().get(0)).orElseThrow().type()
                      + " is known for "
                      + slot.columns().get(0));
    }
    choices.add(new Choices(Set.copyOf(slot.columns()), slot.values(), slot.parents(), Kind.FREE));
  }

  private void bound(List<Slot> group, List<Condition> conditions, Combinations combinations)
      throws SQLException {
    List<Map<String, String>> values = combinations.of(group, conditions);
    Set<String> columns = new LinkedHashSet<>();
    group.forEach(slot -> columns.addAll(slot.columns()));
    if (values.isEmpty()) {
      obstacle = Optional.of("none of the values tried satisfies " + words(conditions));
    }
    choices.add(new Choices(columns, values, values.size(), Kind.BOUND));
  }

  private static String words(List<Condition> conditions) {
    return String.join(
        " and ", conditions.stream().map(each -> each.name() + ": " + each.sql()).toList());
  }

  /** Gives parents several children, by the first foreign key that allows it. */
  private void pair() {
    for (int i = 0; i < choices.size(); i++) {
      Choices each = choices.get(i);
      boolean reference =
          table.references().stream().anyMatch(key -> each.columns().containsAll(key.columns()));
      boolean unique = table.uniques().stream().anyMatch(each.columns()::containsAll);
      if (each.kind() == Kind.FREE && reference && !unique && each.present() > 0) {
        choices.set(i, new Choices(each.columns(), each.values(), each.present(), Kind.PAIRED));
        return;
      }
    }
  }
}
