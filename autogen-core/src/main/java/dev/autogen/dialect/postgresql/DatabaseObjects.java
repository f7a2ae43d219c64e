package dev.autogen.dialect.postgresql;

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

/**
 * Reads objects that JPA cannot describe, each with the definition that PostgreSQL prints (manual,
 * table "System Catalog Information Functions") and with the objects that it depends on ({@code
 * pg_depend}), in an order in which they can be dropped. It takes two queries for any number of
 * objects.
 */
final class DatabaseObjects {

  /** The objects that an object depends on. */
  private static final class Links {
    final Set<String> uses = new LinkedHashSet<>();
    final Set<String> partOf = new LinkedHashSet<>();
    final Set<String> needs = new LinkedHashSet<>();
  }

  private final Map<String, Links> links = new HashMap<>();
  private final Map<String, DatabaseObject> objects = new LinkedHashMap<>();

  private DatabaseObjects() {}

  static List<DatabaseObject> read(Connection connection, InspectionScope scope)
      throws SQLException {
    DatabaseObjects found = new DatabaseObjects();
    new CatalogQuestions()
        .add(DependencyQuery.SQL, found::dependency)
        .add(ObjectQueries.all(), found::object)
        .ask(
            connection,
            statement ->
                statement.setArray(1, connection.createArrayOf("text", scope.schemas().toArray())));
    return found.ordered();
  }

  private void dependency(ResultSet row) throws SQLException {
    Links own = links.computeIfAbsent(row.getString("dependent"), key -> new Links());
    String uses = row.getString("uses");
    if (uses != null) {
      (row.getString("deptype").equals("a") ? own.partOf : own.uses).add(uses);
    }
    if (row.getString("needed") != null) {
      own.needs.add(row.getString("needed"));
    }
  }

  private void object(ResultSet row) throws SQLException {
    String key = row.getString("key");
    Links own = links.computeIfAbsent(key, absent -> new Links());
    own.partOf.addAll(PgArrays.strings(row.getArray("part_of")));
    own.needs.addAll(PgArrays.strings(row.getArray("needs")));
    own.needs.remove(key);
    objects.put(
        key,
        new DatabaseObject(
            key,
            row.getString("kind"),
            row.getString("name"),
            row.getString("drop_sql"),
            row.getString("create_sql"),
            own.uses.stream().sorted().toList(),
            own.partOf.stream().sorted().toList(),
            own.needs.stream().sorted().toList()));
  }

  /** Sorts each object before those that it needs; otherwise in the order of the query. */
  private List<DatabaseObject> ordered() {
    Map<String, List<DatabaseObject>> dependents = new HashMap<>();
    for (DatabaseObject object : objects.values()) {
      object
          .needs()
          .forEach(key -> dependents.computeIfAbsent(key, absent -> new ArrayList<>()).add(object));
    }
    Set<DatabaseObject> order = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    objects.values().forEach(object -> visit(object, dependents, seen, order));
    return List.copyOf(order);
  }

  private static void visit(
      DatabaseObject object,
      Map<String, List<DatabaseObject>> dependents,
      Set<String> seen,
      Set<DatabaseObject> order) {
    if (seen.add(object.key())) {
      dependents
          .getOrDefault(object.key(), List.of())
          .forEach(dependent -> visit(dependent, dependents, seen, order));
      order.add(object);
    }
  }
}
