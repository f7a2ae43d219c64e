package dev.autogen.rows;

import dev.autogen.dialect.RowRules.Condition;
import dev.autogen.dialect.RowRules.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the database for values of several columns that satisfy all conditions on them. */
final class ValueCombinations {

  private static final int MOST_TRIED = 20_000;

  private final Connection connection;
  private final RowSql sql;
  private final Table table;

  ValueCombinations(Connection connection, RowSql sql, Table table) {
    this.connection = connection;
    this.sql = sql;
    this.table = table;
  }

  /**
   * Combinations that satisfy the conditions. The first ones are chosen so that each brings values
   * which those before it lack. They are unchecked where the database cannot evaluate the
   * conditions outside the table.
   */
  List<Map<String, String>> of(List<ColumnGroup> slots, List<Condition> conditions)
      throws SQLException {
    List<List<Map<String, String>>> pools = new ArrayList<>();
    slots.forEach(slot -> pools.add(slot.values()));
    while (product(pools) > MOST_TRIED) {
      int largest = 0;
      for (int i = 1; i < pools.size(); i++) {
        largest = pools.get(i).size() > pools.get(largest).size() ? i : largest;
      }
      List<Map<String, String>> pool = pools.get(largest);
      pools.set(largest, pool.subList(0, pool.size() / 2 + 1));
    }
    if (product(pools) == 0) {
      return List.of();
    }
    Savepoint savepoint = connection.setSavepoint();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query(slots, pools, conditions))) {
      List<int[]> found = new ArrayList<>();
      while (rows.next()) {
        int[] choice = new int[slots.size()];
        for (int i = 0; i < choice.length; i++) {
          choice[i] = rows.getInt(i + 1);
        }
        found.add(choice);
      }
      return varied(found).stream().map(choice -> merged(choice, pools)).toList();
    } catch (SQLException e) {
      connection.rollback(savepoint);
      return unchecked(pools);
    }
  }

  private static long product(List<List<Map<String, String>>> pools) {
    return pools.stream().mapToLong(List::size).reduce(1, (one, other) -> one * other);
  }

  private String query(
      List<ColumnGroup> slots, List<List<Map<String, String>>> pools, List<Condition> conditions) {
    List<String> sources = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      String alias = sql.quoted("choice " + i);
      String number = sql.quoted("number " + i);
      numbers.add(number);
      sources.add(
          sql.rules().namesValues()
              ? values(slots.get(i), pools.get(i))
                  + " as "
                  + alias
                  + " ("
                  + number
                  + ", "
                  + sql.list(slots.get(i).columns())
                  + ")"
              : selects(slots.get(i), pools.get(i), number) + " as " + alias);
    }
    return "select "
        + String.join(", ", numbers)
        + " from "
        + String.join(" cross join ", sources)
        + " where "
        + conditions.stream()
            .map(condition -> "((" + condition.sql() + ") is not false)")
            .collect(Collectors.joining(" and "))
        + " order by "
        + String.join(", ", numbers);
  }

  /** The same as {@link #values}, for databases that name the columns of selects alone. */
  private String selects(ColumnGroup slot, List<Map<String, String>> pool, String number) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < pool.size(); i++) {
      Map<String, String> values = pool.get(i);
      rows.add(
          slot.columns().stream()
              .map(name -> value(values, name) + " as " + sql.quoted(name))
              .collect(Collectors.joining(", ", "select " + i + " as " + number + ", ", "")));
    }
    return "(" + String.join(" union all ", rows) + ")";
  }

  private String value(Map<String, String> values, String name) {
    return sql.rules()
        .cast(String.valueOf(values.get(name)), table.column(name).orElseThrow().plainType());
  }

  private String values(ColumnGroup slot, List<Map<String, String>> pool) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < pool.size(); i++) {
      Map<String, String> values = pool.get(i);
      rows.add(
          slot.columns().stream()
              .map(name -> value(values, name))
              .collect(Collectors.joining(", ", "(" + i + ", ", ")")));
    }
    return "(values " + String.join(", ", rows) + ")";
  }

  /**
   * Chooses enough combinations for the rows of a table, with as many different values as possible.
   */
  private static List<int[]> varied(List<int[]> found) {
    List<int[]> open = new ArrayList<>(found);
    List<int[]> chosen = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    while (!open.isEmpty() && chosen.size() < CandidateRows.ROWS) {
      int best = 0;
      int most = -1;
      for (int i = 0; i < open.size(); i++) {
        int newPairs = countNew(open.get(i), seen);
        if (newPairs > most) {
          best = i;
          most = newPairs;
        }
      }
      int[] choice = open.remove(best);
      for (int i = 0; i < choice.length; i++) {
        seen.add(key(i, choice[i]));
      }
      chosen.add(choice);
    }
    return chosen;
  }

  private static int countNew(int[] choice, Set<Long> seen) {
    int newPairs = 0;
    for (int i = 0; i < choice.length; i++) {
      newPairs += seen.contains(key(i, choice[i])) ? 0 : 1;
    }
    return newPairs;
  }

  private static long key(int slot, int choice) {
    return (long) slot << 32 | choice;
  }

  private static Map<String, String> merged(int[] choice, List<List<Map<String, String>>> pools) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < choice.length; i++) {
      values.putAll(pools.get(i).get(choice[i]));
    }
    return values;
  }

  private static List<Map<String, String>> unchecked(List<List<Map<String, String>>> pools) {
    List<Map<String, String>> all = new ArrayList<>();
    int most = pools.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < most; i++) {
      int[] choice = new int[pools.size()];
      for (int j = 0; j < choice.length; j++) {
        choice[j] = i % pools.get(j).size();
      }
      all.add(merged(choice, pools));
    }
    return all;
  }
}
