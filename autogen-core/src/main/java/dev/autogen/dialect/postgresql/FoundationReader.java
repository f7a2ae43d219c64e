package dev.autogen.dialect.postgresql;

import dev.autogen.inspect.Foundations;
import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.DatabaseObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads user-defined types and functions, and sorts them by {@code pg_depend} (PostgreSQL manual,
 * 5.15 Dependency Tracking). Names in the text of a function are no dependencies there, so the text
 * is not checked while functions are created.
 */
final class FoundationReader {

  private static final String TABLES = "tables";
  private static final String VIEWS = "views";
  private static final String UNCHECKED = "set local check_function_bodies = off";

  private final Map<String, DatabaseObject> objects = new LinkedHashMap<>();
  private final Map<String, Set<String>> needs = new HashMap<>();

  private FoundationReader() {}

  static Foundations read(Connection connection, InspectionScope scope) throws SQLException {
    FoundationReader reader = new FoundationReader();
    new CatalogQuestions()
        .add(FoundationQueries.EDGES, reader::edge)
        .add(FoundationQueries.OBJECTS, reader::object)
        .ask(
            connection,
            statement ->
                statement.setArray(1, connection.createArrayOf("text", scope.schemas().toArray())));
    return reader.foundations();
  }

  private void edge(ResultSet row) throws SQLException {
    needs
        .computeIfAbsent(row.getString("dependent"), key -> new TreeSet<>())
        .add(row.getString("needed"));
  }

  private void object(ResultSet row) throws SQLException {
    String key = row.getString("key");
    String name =
        (row.getBoolean("here") ? "" : row.getString("nspname") + ".") + row.getString("name");
    if (!row.getBoolean("here")) {
      needs.computeIfAbsent(key, absent -> new TreeSet<>()).add(schema(row.getString("nspname")));
    }
    objects.put(
        key,
        new DatabaseObject(
            key,
            row.getString("kind"),
            name,
            row.getString("drop_sql"),
            row.getString("create_sql"),
            List.of(),
            List.of(),
            List.copyOf(needs.getOrDefault(key, Set.of()))));
  }

  private String schema(String name) {
    String key = "schema " + name;
    String quoted = Identifiers.quote(name);
    objects.computeIfAbsent(
        key,
        absent ->
            new DatabaseObject(
                key,
                "schema",
                name,
                "drop schema " + quoted,
                "create schema if not exists " + quoted,
                List.of(),
                List.of(),
                List.of()));
    return key;
  }

  private Foundations foundations() {
    Set<String> before = new LinkedHashSet<>();
    needs.getOrDefault(TABLES, Set.of()).forEach(key -> add(key, before));
    List.copyOf(objects.keySet()).stream()
        .filter(key -> !rests(key, TABLES, new LinkedHashSet<>()))
        .filter(key -> !rests(key, VIEWS, new LinkedHashSet<>()))
        .forEach(key -> add(key, before));
    Set<String> all = new LinkedHashSet<>(before);
    List.copyOf(objects.keySet()).forEach(key -> add(key, all));
    List<DatabaseObject> after = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (String key : all) {
      DatabaseObject object = objects.get(key);
      if (before.contains(key) || object == null) {
        continue;
      } else if (rests(key, VIEWS, new LinkedHashSet<>())) {
        leftOut.add(new LeftOut(object.kind(), object.name(), "uses a view"));
      } else {
        after.add(object);
      }
    }
    boolean code = objects.values().stream().anyMatch(each -> each.key().startsWith("pg_proc "));
    return new Foundations(code ? List.of(UNCHECKED) : List.of(), found(before), after, leftOut);
  }

  private List<DatabaseObject> found(Set<String> keys) {
    return keys.stream().filter(objects::containsKey).map(objects::get).toList();
  }

  /** Adds an object after those that it needs. */
  private void add(String key, Set<String> order) {
    if (order.contains(key) || !objects.containsKey(key)) {
      return;
    }
    Set<String> path = new LinkedHashSet<>(order);
    visit(key, path, order);
  }

  private void visit(String key, Set<String> seen, Set<String> order) {
    if (objects.containsKey(key) && seen.add(key)) {
      needs.getOrDefault(key, Set.of()).forEach(needed -> visit(needed, seen, order));
      order.add(key);
    }
  }

  private boolean rests(String key, String on, Set<String> seen) {
    return key.equals(on)
        || seen.add(key)
            && !key.equals(TABLES)
            && needs.getOrDefault(key, Set.of()).stream().anyMatch(each -> rests(each, on, seen));
  }
}
