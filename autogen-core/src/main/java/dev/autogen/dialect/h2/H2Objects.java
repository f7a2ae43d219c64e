package dev.autogen.dialect.h2;

import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.SqlWords;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads views and triggers. H2 has no catalog of what a view uses; its text is in H2's own words,
 * in which every column has its table before it, so that the names in it tell.
 */
final class H2Objects {

  private final Connection connection;
  private final H2Names names;

  H2Objects(Connection connection, H2Names names) {
    this.connection = connection;
    this.names = names;
  }

  /** The views, each after those that use it, and the triggers. */
  List<DatabaseObject> inScope(InspectionScope scope) throws SQLException {
    Set<String> schemas = new LinkedHashSet<>();
    schemas.add(connection.getSchema());
    scope.schemas().forEach(schema -> schemas.add(names.text().names().stored(schema)));
    H2Catalog catalog = new H2Catalog(connection, names, schemas, connection.getSchema());
    Map<QualifiedName, String> views = new LinkedHashMap<>();
    catalog.rows(
        "table_schema, table_name, view_definition",
        "views where table_schema%s order by table_schema, table_name",
        row ->
            views.put(
                catalog.name(row, "table_schema", "table_name"), row.getString("view_definition")));
    List<DatabaseObject> objects = new ArrayList<>();
    if (!views.isEmpty()) {
      Map<QualifiedName, Set<String>> columns = columns(catalog);
      views.forEach((name, definition) -> objects.add(view(name, definition, columns, views)));
    }
    objects.addAll(
        catalog.rows(
            "trigger_schema, trigger_name, event_object_schema, event_object_table,"
                + " event_manipulation, action_orientation, action_timing, java_class",
            "triggers where trigger_schema%s and java_class is not null"
                + " order by trigger_schema, trigger_name",
            row -> trigger(catalog, row)));
    return dropOrder(objects);
  }

  private static Map<QualifiedName, Set<String>> columns(H2Catalog catalog) throws SQLException {
    Map<QualifiedName, Set<String>> columns = new LinkedHashMap<>();
    catalog.rows(
        "table_schema, table_name, column_name",
        "columns where table_schema%s",
        row ->
            columns
                .computeIfAbsent(
                    catalog.name(row, "table_schema", "table_name"), key -> new LinkedHashSet<>())
                .add(catalog.name(row, "column_name")));
    return columns;
  }

  private DatabaseObject view(
      QualifiedName name,
      String definition,
      Map<QualifiedName, Set<String>> columns,
      Map<QualifiedName, String> views) {
    SqlWords words = names.text().words();
    Set<String> mentioned = words.names(definition);
    List<String> uses = new ArrayList<>();
    List<String> needs = new ArrayList<>();
    columns.forEach(
        (table, own) -> {
          if (table.equals(name) || !mentioned.contains(table.name())) {
            return;
          }
          if (views.containsKey(table)) {
            needs.add(key(table));
          }
          uses.add(table.toString());
          own.stream().filter(mentioned::contains).forEach(each -> uses.add(table + "." + each));
        });
    return new DatabaseObject(
        key(name),
        "view",
        name.toString(),
        "drop view " + names.quote(name),
        "create view " + names.quote(name) + " as " + definition,
        uses,
        List.of(),
        needs);
  }

  private static String key(QualifiedName view) {
    return "view " + view;
  }

  private DatabaseObject trigger(H2Catalog catalog, ResultSet row) throws SQLException {
    QualifiedName name = catalog.name(row, "trigger_schema", "trigger_name");
    QualifiedName table = catalog.name(row, "event_object_schema", "event_object_table");
    return new DatabaseObject(
        "trigger " + name,
        "trigger",
        name.toString(),
        "drop trigger " + names.quote(name),
        "create trigger "
            + names.quote(name)
            + " "
            + H2Text.lower(row.getString("action_timing"))
            + " "
            + H2Text.lower(row.getString("event_manipulation"))
            + " on "
            + names.quote(table)
            + ("ROW".equals(row.getString("action_orientation")) ? " for each row" : "")
            + " call "
            + names.literal(row.getString("java_class")),
        List.of(),
        List.of(table.toString()),
        List.of());
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
