package dev.autogen.dialect.sqlite;

import dev.autogen.schema.DatabaseObject;
import dev.autogen.sql.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads views and triggers. SQLite has no catalog of what they use; the names in their statements
 * tell.
 */
final class SqliteObjects {

  private SqliteObjects() {}

  /** The triggers, and the views, each before those that it needs. */
  static List<DatabaseObject> of(SqliteCatalog catalog) {
    Map<String, SqliteCatalog.Entry> views = new LinkedHashMap<>();
    catalog.entries("view").forEach(each -> views.put(SqliteText.named(each.name()), each));
    Map<String, Set<String>> columns = new HashMap<>();
    catalog.columns().forEach((table, own) -> columns.put(SqliteText.named(table), own));
    List<DatabaseObject> objects = new ArrayList<>();
    for (SqliteCatalog.Entry trigger : catalog.entries("trigger")) {
      objects.add(object("trigger", trigger, columns, views.keySet()));
    }
    List<DatabaseObject> found = new ArrayList<>();
    for (SqliteCatalog.Entry view : views.values()) {
      found.add(object("view", view, columns, views.keySet()));
    }
    objects.addAll(dropOrder(found));
    return objects;
  }

  private static DatabaseObject object(
      String kind, SqliteCatalog.Entry entry, Map<String, Set<String>> columns, Set<String> views) {
    String name = SqliteText.named(entry.name());
    String sql = String.valueOf(entry.sql());
    String table = SqliteText.named(entry.table());
    Set<String> mentioned = names(sql);
    List<String> uses = new ArrayList<>();
    List<String> needs = new ArrayList<>();
    columns.forEach(
        (other, own) -> {
          if (mentioned.contains(other)) {
            if (!(kind.equals("trigger") && other.equals(table))) {
              uses.add(other);
            }
            own.stream().filter(mentioned::contains).forEach(each -> uses.add(other + "." + each));
          }
        });
    views.stream()
        .filter(other -> !other.equals(name) && mentioned.contains(other))
        .forEach(other -> needs.add("view " + other));
    return new DatabaseObject(
        kind + " " + name,
        kind,
        name,
        "drop " + kind + " " + SqliteText.quote(name),
        sql,
        uses,
        kind.equals("trigger") ? List.of(table) : List.of(),
        needs);
  }

  /** The words that may be names, also those in single quotes. */
  private static Set<String> names(String sql) {
    Set<String> names = new LinkedHashSet<>();
    for (Token token : SqliteText.RULES.tokens(sql)) {
      if (token.isIdentifier()) {
        names.add(SqliteText.RULES.name(token));
      }
    }
    return names;
  }

  private static List<DatabaseObject> dropOrder(List<DatabaseObject> views) {
    Map<String, DatabaseObject> all = new LinkedHashMap<>();
    views.forEach(each -> all.put(each.key(), each));
    Map<String, DatabaseObject> ordered = new LinkedHashMap<>();
    views.forEach(each -> add(each, all, ordered, new LinkedHashSet<>()));
    List<DatabaseObject> order = new ArrayList<>(ordered.values());
    Collections.reverse(order);
    return order;
  }

  private static void add(
      DatabaseObject object,
      Map<String, DatabaseObject> all,
      Map<String, DatabaseObject> ordered,
      Set<String> open) {
    if (ordered.containsKey(object.key()) || !open.add(object.key())) {
      return;
    }
    for (String needed : object.needs()) {
      DatabaseObject other = all.get(needed);
      if (other != null) {
        add(other, all, ordered, open);
      }
    }
    ordered.putIfAbsent(object.key(), object);
  }
}
