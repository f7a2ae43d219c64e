package dev.autogen.rows;

import dev.autogen.dialect.RowRules.Column;
import dev.autogen.dialect.RowRules.Reference;
import dev.autogen.dialect.RowRules.Source;
import dev.autogen.dialect.RowRules.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Divides the columns of a table's row into groups. Foreign keys that share a column are in one
 * group, so that they agree on its value.
 */
final class ColumnGroups {

  private static final int MOST_CHOICES = 64;

  private final Table table;
  private final Set<String> filled = new LinkedHashSet<>();
  private final List<ColumnGroup> groups = new ArrayList<>();

  private ColumnGroups(Table table) {
    this.table = table;
  }

  /**
   * The column groups of a row.
   *
   * @param keys the parent keys that each foreign key can point to; a foreign key that is missing
   *     here is set later
   */
  static List<ColumnGroup> of(Table table, Map<Reference, List<Map<String, String>>> keys) {
    ColumnGroups result = new ColumnGroups(table);
    List<Reference> open =
        new ArrayList<>(table.references().stream().filter(keys::containsKey).toList());
    while (!open.isEmpty()) {
      result.references(connected(open), keys);
    }
    for (Reference reference : table.references()) {
      if (!keys.containsKey(reference)) {
        result.later(reference);
      }
    }
    table.columns().forEach(result::plain);
    return result.groups;
  }

  /** Takes the first foreign key and all that share columns with it out of a list. */
  private static List<Reference> connected(List<Reference> open) {
    List<Reference> group = new ArrayList<>(List.of(open.remove(0)));
    for (boolean grows = true; grows; ) {
      grows = false;
      for (Reference other : List.copyOf(open)) {
        if (group.stream()
            .anyMatch(each -> !Collections.disjoint(each.columns(), other.columns()))) {
          group.add(other);
          open.remove(other);
          grows = true;
        }
      }
    }
    return group;
  }

  private void references(List<Reference> group, Map<Reference, List<Map<String, String>>> keys) {
    List<Map<String, String>> full = List.of(Map.of());
    List<Map<String, String>> all = full;
    Set<String> columns = new LinkedHashSet<>();
    for (Reference reference : group) {
      columns.addAll(reference.columns());
      List<Map<String, String>> present = keys.get(reference);
      full = joined(full, present);
      List<Map<String, String>> choices = new ArrayList<>(present);
      Map<String, String> absent = absent(reference);
      if (!absent.isEmpty()) {
        choices.add(absent);
      }
      all = joined(all, choices);
    }
    List<Map<String, String>> values = new ArrayList<>(full);
    all.stream()
        .map(each -> completed(columns, each))
        .filter(each -> !values.contains(each))
        .forEach(values::add);
    filled.addAll(columns);
    groups.add(new ColumnGroup(List.copyOf(columns), values, full.size(), true));
  }

  /**
   * The nulls that make a foreign key refer to no row; empty where none of its columns can be null.
   */
  private Map<String, String> absent(Reference reference) {
    Map<String, String> nulls = new LinkedHashMap<>();
    reference.columns().stream()
        .filter(name -> table.column(name).filter(Column::nullable).isPresent())
        .forEach(name -> nulls.put(name, ColumnGroup.NULL));
    return nulls;
  }

  private static List<Map<String, String>> joined(
      List<Map<String, String>> some, List<Map<String, String>> others) {
    List<Map<String, String>> result = new ArrayList<>();
    for (Map<String, String> one : some) {
      for (Map<String, String> other : others) {
        boolean agree =
            other.entrySet().stream()
                .allMatch(
                    each ->
                        one.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
        if (agree && result.size() < MOST_CHOICES) {
          Map<String, String> both = new LinkedHashMap<>(one);
          both.putAll(other);
          result.add(both);
        }
      }
    }
    return result;
  }

  /**
   * Adds the columns without a value. In a foreign key with a null, the other columns may hold any
   * value.
   */
  private Map<String, String> completed(Set<String> columns, Map<String, String> values) {
    Map<String, String> result = new LinkedHashMap<>(values);
    for (String name : columns) {
      result.computeIfAbsent(
          name,
          any ->
              table.column(name).map(Column::values).stream()
                  .flatMap(List::stream)
                  .findFirst()
                  .orElse(ColumnGroup.NULL));
    }
    return result;
  }

  /**
   * Makes a foreign key null until it is set later. A column that cannot be null gets any value of
   * its type until then.
   */
  private void later(Reference reference) {
    absent(reference)
        .forEach(
            (name, value) -> {
              if (filled.add(name)) {
                groups.add(new ColumnGroup(List.of(name), List.of(Map.of(name, value)), 0, false));
              }
            });
  }

  private void plain(Column column) {
    if (column.source() != Source.ROW || !filled.add(column.name())) {
      return;
    }
    List<Map<String, String>> values = new ArrayList<>();
    column.values().forEach(value -> values.add(Map.of(column.name(), value)));
    int parents = values.size();
    if (column.nullable()) {
      values.add(Map.of(column.name(), ColumnGroup.NULL));
    }
    groups.add(new ColumnGroup(List.of(column.name()), values, parents, false));
  }
}
