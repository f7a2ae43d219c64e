package dev.autogen.dialect.mysql;

import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.SqlWords;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads views, triggers, routines and events. The text of a view is in the server's own words, in
 * which every column has its table before it, so that the names in it tell what it uses.
 */
final class MySqlObjects {

  private final MySqlCatalog catalog;

  MySqlObjects(MySqlCatalog catalog) {
    this.catalog = catalog;
  }

  /** The views, each after those that use it, the triggers, routines and events. */
  List<DatabaseObject> all() throws SQLException {
    Map<QualifiedName, String> views = new LinkedHashMap<>();
    catalog.rows(
        "select table_schema, table_name, view_definition from information_schema.views"
            + " where table_schema%s order by table_schema, table_name",
        row ->
            views.put(
                catalog.name(row, "table_schema", "table_name"),
                String.valueOf(row.getString("view_definition"))));
    List<DatabaseObject> objects = new ArrayList<>();
    if (!views.isEmpty()) {
      Map<QualifiedName, Set<String>> columns = columns();
      views.forEach((name, definition) -> objects.add(view(name, definition, columns, views)));
    }
    objects.addAll(triggers());
    objects.addAll(routines());
    return dropOrder(objects);
  }

  private Map<QualifiedName, Set<String>> columns() throws SQLException {
    Map<QualifiedName, Set<String>> columns = new LinkedHashMap<>();
    catalog.rows(
        "select table_schema, table_name, column_name from information_schema.columns"
            + " where table_schema%s",
        row ->
            columns
                .computeIfAbsent(
                    catalog.name(row, "table_schema", "table_name"), key -> new LinkedHashSet<>())
                .add(row.getString("column_name")));
    return columns;
  }

  private static DatabaseObject view(
      QualifiedName name,
      String definition,
      Map<QualifiedName, Set<String>> columns,
      Map<QualifiedName, String> views) {
    SqlWords words = MySqlText.RULES.words();
    Set<String> mentioned = words.names(definition);
    List<String> uses = new ArrayList<>();
    List<String> needs = new ArrayList<>();
    columns.forEach(
        (table, own) -> {
          if (table.equals(name) || !mentioned.contains(table.name())) {
            return;
          }
          if (views.containsKey(table)) {
            needs.add("view " + table);
          }
          uses.add(table.toString());
          own.stream().filter(mentioned::contains).forEach(each -> uses.add(table + "." + each));
        });
    return new DatabaseObject(
        "view " + name,
        "view",
        name.toString(),
        "drop view " + MySqlNames.quote(name),
        "create view " + MySqlNames.quote(name) + " as " + definition,
        uses,
        List.of(),
        needs);
  }

  private List<DatabaseObject> triggers() throws SQLException {
    return catalog.rows(
        "select trigger_schema, trigger_name, event_object_schema, event_object_table,"
            + " action_timing, event_manipulation, action_statement"
            + " from information_schema.triggers where trigger_schema%s"
            + " order by trigger_schema, trigger_name",
        row -> {
          QualifiedName name = catalog.name(row, "trigger_schema", "trigger_name");
          QualifiedName table = catalog.name(row, "event_object_schema", "event_object_table");
          return new DatabaseObject(
              "trigger " + name,
              "trigger",
              name.toString(),
              "drop trigger " + MySqlNames.quote(name),
              "create trigger "
                  + MySqlNames.quote(name)
                  + " "
                  + row.getString("action_timing").toLowerCase(Locale.ROOT)
                  + " "
                  + row.getString("event_manipulation").toLowerCase(Locale.ROOT)
                  + " on "
                  + MySqlNames.quote(table)
                  + " for each row "
                  + row.getString("action_statement"),
              List.of(),
              List.of(table.toString()),
              List.of());
        });
  }

  /** Autogen neither drops nor creates routines and events. */
  private List<DatabaseObject> routines() throws SQLException {
    return catalog.rows(
        "select routine_schema, routine_name, lower(routine_type) from information_schema.routines"
            + " where routine_schema%s union all select event_schema, event_name, 'event'"
            + " from information_schema.events where event_schema%s order by 1, 2",
        row -> {
          QualifiedName name = catalog.name(row.getString(1), row.getString(2));
          return new DatabaseObject(
              row.getString(3) + " " + name,
              row.getString(3),
              name.toString(),
              null,
              null,
              List.of(),
              List.of(),
              List.of());
        });
  }

  /** A view stands before those that it needs. */
  private static List<DatabaseObject> dropOrder(List<DatabaseObject> objects) {
    Map<String, DatabaseObject> ordered = new LinkedHashMap<>();
    Map<String, DatabaseObject> all = new LinkedHashMap<>();
    objects.forEach(each -> all.put(each.key(), each));
    objects.forEach(each -> add(each, all, ordered));
    List<DatabaseObject> order = new ArrayList<>(ordered.values());
    Collections.reverse(order);
    return order;
  }

  private static void add(
      DatabaseObject object, Map<String, DatabaseObject> all, Map<String, DatabaseObject> ordered) {
    if (ordered.containsKey(object.key())) {
      return;
    }
    object.needs().stream()
        .map(all::get)
        .filter(each -> each != null && each != object)
        .forEach(each -> add(each, all, ordered));
    ordered.putIfAbsent(object.key(), object);
  }
}
