package dev.autogen.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A row that a new table needs: a table that stands for a sequence holds the next number in one.
 *
 * @param sql the statement that inserts the row
 * @param table the table, as it is written in SQL
 * @param first the number in the row
 * @param increment how many numbers a user of the sequence takes at once
 * @param highest for each table that is numbered with it, a query for its highest number
 */
public record FirstRow(
    String sql, String table, long first, long increment, Map<QualifiedName, String> highest) {

  public FirstRow {
    Objects.requireNonNull(sql, "sql");
    highest = new LinkedHashMap<>(highest);
  }

  /** A row that depends on no other table. */
  public static FirstRow of(String sql) {
    return new FirstRow(sql, "", 0, 0, Map.of());
  }

  /**
   * The row where some tables exist already and may have rows: it goes on behind their numbers.
   *
   * @param existing the tables that exist
   */
  public FirstRow continuing(Collection<QualifiedName> existing) {
    List<String> queries =
        highest.entrySet().stream()
            .filter(each -> existing.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (queries.isEmpty()) {
      return this;
    }
    return of(
        "insert into "
            + table
            + " select coalesce(max(n) + "
            + increment
            + ", "
            + first
            + ") from ("
            + queries.stream().collect(Collectors.joining(" union all "))
            + ") as numbered");
  }
}
