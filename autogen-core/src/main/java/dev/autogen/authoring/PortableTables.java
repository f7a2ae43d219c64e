package dev.autogen.authoring;

import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.CreateTable;
import dev.autogen.render.java.PortableOperation;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a new table once for several kinds of database. */
final class PortableTables {

  private final PortableColumns columns;

  PortableTables(PortableColumns columns) {
    this.columns = columns;
  }

  /**
   * The creation of a table on all databases; empty where its columns differ in more than their
   * types, or it is kept in another way.
   */
  Optional<PortableOperation> of(Map<String, CreateTable> creations) {
    Map<String, Table> tables = new LinkedHashMap<>();
    creations.forEach((dialect, create) -> tables.put(dialect, create.table()));
    Table first = tables.values().iterator().next();
    if (tables.values().stream().anyMatch(each -> !isSimilar(each, first))) {
      return Optional.empty();
    }
    Map<Column, Map<String, SqlType>> types = new IdentityHashMap<>();
    List<Column> words = new ArrayList<>();
    for (Column column : first.columns()) {
      Map<String, Column> everywhere = new HashMap<>();
      tables.forEach((dialect, table) -> everywhere.put(dialect, named(table, column.name())));
      Optional<PortableColumns.Words> found = columns.words(everywhere);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      words.add(found.get().column());
      types.put(found.get().column(), found.get().types());
    }
    Map<String, Set<String>> dialects = dialectsOf(tables);
    List<Constraint> shared = new ArrayList<>();
    Map<Set<String>, List<Constraint>> others = new LinkedHashMap<>();
    Map<String, Constraint> all = new LinkedHashMap<>();
    tables
        .values()
        .forEach(
            table -> table.constraints().forEach(each -> all.putIfAbsent(text(table, each), each)));
    all.forEach(
        (text, constraint) -> {
          Set<String> where = dialects.get(text);
          if (where.size() == tables.size()) {
            shared.add(constraint);
          } else {
            others.computeIfAbsent(where, key -> new ArrayList<>()).add(constraint);
          }
        });
    if (shared.stream().noneMatch(PrimaryKey.class::isInstance) && first.primaryKey().isPresent()) {
      return Optional.empty();
    }
    Table table =
        first
            .withColumns(words)
            .withConstraints(shared)
            .withComment(comment(tables.values().stream().toList()));
    return Optional.of(
        new PortableOperation(
            new CreateTable(table),
            List.of(),
            types,
            others.entrySet().stream()
                .map(
                    each ->
                        new PortableOperation.Element(
                            tables.keySet().stream().filter(each.getKey()::contains).toList(),
                            each.getValue()))
                .toList()));
  }

  private static boolean isSimilar(Table table, Table first) {
    return names(table).equals(names(first))
        && table.form().equals(first.form())
        && (table.comment() == null
            || first.comment() == null
            || table.comment().equals(first.comment()));
  }

  private static Set<String> names(Table table) {
    return table.columns().stream()
        .map(column -> column.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** The column of that name; its letters may be folded on some databases. */
  private static Column named(Table table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow()
        .withName(name);
  }

  private static String comment(List<Table> tables) {
    return tables.stream()
        .map(Table::comment)
        .filter(each -> each != null)
        .findFirst()
        .orElse(null);
  }

  /** The kinds of database that have a constraint, by how it is written. */
  private static Map<String, Set<String>> dialectsOf(Map<String, Table> tables) {
    Map<String, Set<String>> dialects = new HashMap<>();
    tables.forEach(
        (dialect, table) ->
            table
                .constraints()
                .forEach(
                    each ->
                        dialects
                            .computeIfAbsent(text(table, each), key -> new TreeSet<>())
                            .add(dialect)));
    return dialects;
  }

  private static String text(Table table, Constraint constraint) {
    return PortableOperation.text(new AddConstraint(table.name(), constraint));
  }
}
