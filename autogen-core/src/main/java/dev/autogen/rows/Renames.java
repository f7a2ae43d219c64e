package dev.autogen.rows;

import dev.autogen.dialect.RowRules.Column;
import dev.autogen.dialect.RowRules.Reach;
import dev.autogen.dialect.RowRules.Reference;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.TextRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the names of tables and columns through a migration, for databases that know them by
 * nothing else. An identity that is not a name is left as it is.
 */
final class Renames {

  private final TextRules text;

  /** The first name of each table by the one that it has now. */
  private final Map<QualifiedName, QualifiedName> first = new HashMap<>();

  /** The first names of columns by those that they have now, by the first name of the table. */
  private final Map<QualifiedName, Map<String, String>> columns = new HashMap<>();

  Renames(TextRules text, List<Table> tables) {
    this.text = text;
    tables.forEach(table -> first.put(table.name(), table.name()));
  }

  /** Follows the statements that were executed. */
  void follow(List<String> statements) {
    for (String statement : statements) {
      for (RenameStatement.Renamed each : RenameStatement.in(statement, text)) {
        follow(each);
      }
    }
  }

  private void follow(RenameStatement.Renamed renamed) {
    QualifiedName table = known(renamed.table());
    QualifiedName origin = first.get(table);
    if (origin == null) {
      return;
    }
    String column = renamed.column();
    if (column == null) {
      first.remove(table);
      first.put(new QualifiedName(table.schema(), renamed.to()), origin);
    } else {
      Map<String, String> names = columns.computeIfAbsent(origin, any -> new HashMap<>());
      String before = names.remove(column);
      names.put(renamed.to(), before == null ? column : before);
    }
  }

  /** The table of that name, which may be written with the default schema or without. */
  private QualifiedName known(QualifiedName name) {
    return first.containsKey(name) ? name : QualifiedName.of(name.name());
  }

  /** The same tables, under the names that they have now. */
  Reach reached(Reach reach) {
    Set<QualifiedName> names = new HashSet<>(reach.names());
    first.forEach(
        (now, origin) -> {
          if (reach.identities().contains(origin.toString())) {
            names.add(now);
          }
        });
    return new Reach(reach.all(), names, reach.identities());
  }

  /** The same tables, with the identities that they had at first. */
  List<Table> identified(List<Table> tables) {
    return tables.stream().map(this::identified).toList();
  }

  private Table identified(Table table) {
    if (!table.identity().equals(table.name().toString())) {
      return table;
    }
    Map<String, String> names =
        columns.getOrDefault(first.getOrDefault(table.name(), table.name()), Map.of());
    return new Table(
        identity(table.identity(), table.name()),
        table.name(),
        table.columns().stream().map(each -> identified(each, names)).toList(),
        table.primaryKey(),
        table.uniques(),
        table.references().stream().map(this::identified).toList(),
        table.conditions());
  }

  private String identity(String identity, QualifiedName name) {
    QualifiedName origin = first.get(name);
    boolean taken =
        first.entrySet().stream()
            .anyMatch(each -> each.getValue().equals(name) && !each.getKey().equals(name));
    return origin != null ? origin.toString() : taken ? "another " + identity : identity;
  }

  private Reference identified(Reference reference) {
    return first.entrySet().stream()
        .filter(each -> each.getKey().toString().equals(reference.table()))
        .findFirst()
        .map(
            each ->
                new Reference(
                    reference.name(),
                    reference.columns(),
                    each.getValue().toString(),
                    reference.referencedColumns(),
                    reference.deferrable()))
        .orElse(reference);
  }

  private static Column identified(Column column, Map<String, String> names) {
    boolean taken = names.containsValue(column.name()) && !names.containsKey(column.name());
    String identity =
        names.getOrDefault(column.name(), taken ? "another " + column.name() : column.name());
    return new Column(
        identity,
        column.name(),
        column.type(),
        column.plainType(),
        column.nullable(),
        column.source(),
        column.values());
  }
}
