package dev.autogen.dialect.rows;

import dev.autogen.dialect.RowRules.Column;
import dev.autogen.dialect.RowRules.Condition;
import dev.autogen.dialect.RowRules.Source;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives columns the values first that fit their part in the table. */
public final class FittingValues {

  private FittingValues() {}

  /**
   * The same column with numbers of a key and what its conditions suggest before its other values.
   *
   * @param inKey whether it is part of a key
   * @param conditions those of its table
   */
  public static Column of(
      Column column,
      ValueKind kind,
      ValueWriter writer,
      boolean inKey,
      List<Condition> conditions) {
    boolean numbered = column.source() == Source.NUMBERED;
    List<String> keys = inKey || numbered ? KeyValues.of(kind, numbered, writer) : List.of();
    Set<String> first = new LinkedHashSet<>(keys);
    first.addAll(ConditionValues.of(hints(column, conditions), kind, writer));
    return before(
        withSource(column, numbered && !keys.isEmpty() ? Source.ROW : column.source()),
        List.copyOf(first));
  }

  /** The conditions of a column, joined. */
  public static String hints(Column column, List<Condition> conditions) {
    return conditions.stream()
        .filter(condition -> condition.columns().contains(column.name()))
        .map(Condition::sql)
        .collect(Collectors.joining(" and "));
  }

  /** The same column with values before those that it has. */
  public static Column before(Column column, List<String> first) {
    Set<String> values = new LinkedHashSet<>(first);
    values.addAll(column.values());
    return new Column(
        column.identity(),
        column.name(),
        column.type(),
        column.plainType(),
        column.nullable(),
        column.source(),
        List.copyOf(values));
  }

  private static Column withSource(Column column, Source source) {
    return new Column(
        column.identity(),
        column.name(),
        column.type(),
        column.plainType(),
        column.nullable(),
        source,
        column.values());
  }
}
