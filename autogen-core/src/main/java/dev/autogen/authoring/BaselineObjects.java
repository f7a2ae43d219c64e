package dev.autogen.authoring;

import dev.autogen.inspect.Foundations;
import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.schema.DatabaseObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The views, triggers, rules and the like that a baseline creates behind its tables, as the
 * database prints them.
 *
 * @param creations their creations, in order
 * @param names the names of what is created
 * @param leftOut what a new database cannot be expected to take
 */
record BaselineObjects(List<Operation> creations, Set<String> names, List<LeftOut> leftOut) {

  private static final Set<String> KINDS =
      Set.of("view", "materialized-view", "trigger", "rule", "policy", "statistics", "exclusion");

  /** What stands for something that is not created by itself, or is created before the tables. */
  private static final Set<String> OTHERS =
      Set.of("setting", "grant", "role", "schema", "column", "function", "type");

  private static final String WITH_ITS_TABLE = "belongs to a table that is left out";

  /**
   * Chooses among the objects of a database.
   *
   * @param objects all objects, dependents first
   * @param missing the tables and similar objects that the baseline does not create
   */
  static BaselineObjects of(
      List<DatabaseObject> objects, Foundations ground, List<LeftOut> missing) {
    Map<String, DatabaseObject> byKey = new LinkedHashMap<>();
    objects.forEach(each -> byKey.put(each.key(), each));
    Set<String> created = new HashSet<>();
    Stream.concat(ground.beforeTables().stream(), ground.afterTables().stream())
        .forEach(each -> created.add(each.key()));
    List<Operation> creations = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Set<String> absent = new HashSet<>();
    missing.stream().filter(each -> !isView(each)).forEach(each -> absent.add(each.name()));
    for (int i = objects.size() - 1; i >= 0; i--) {
      DatabaseObject object = objects.get(i);
      if (!KINDS.contains(object.kind())) {
        if (!OTHERS.contains(object.kind())) {
          leftOut.add(new LeftOut(object.kind(), object.name(), "belongs to the whole database"));
        }
        continue;
      }
      String reason = reasonToLeaveOut(object, byKey, created, absent);
      if (reason.isEmpty()) {
        created.add(object.key());
        names.add(object.name());
        creations.add(new ExecuteSql(creation(object, objects), object.drop()));
      } else if (!reason.equals(WITH_ITS_TABLE)) {
        leftOut.add(new LeftOut(object.kind().replace('-', ' '), object.name(), reason));
      }
    }
    return new BaselineObjects(creations, names, leftOut);
  }

  /** Why a new database cannot have the object; empty if it can. */
  private static String reasonToLeaveOut(
      DatabaseObject object,
      Map<String, DatabaseObject> byKey,
      Set<String> created,
      Set<String> absent) {
    if (object.create() == null) {
      return "the database does not print it";
    }
    if (object.partOf().stream().anyMatch(absent::contains)) {
      return WITH_ITS_TABLE;
    }
    for (String key : object.needs()) {
      if (key.startsWith("role ")) {
        return "names a role, which another server may lack";
      }
      DatabaseObject needed = byKey.get(key);
      boolean isCode = needed != null && needed.kind().equals("function");
      if (needed != null && (KINDS.contains(needed.kind()) || isCode) && !created.contains(key)) {
        return "uses " + needed.kind() + " " + needed.name() + ", which is left out";
      }
    }
    return object.uses().stream()
        .filter(
            used -> absent.stream().anyMatch(it -> used.equals(it) || used.startsWith(it + ".")))
        .findFirst()
        .map(used -> "uses " + used + ", which is left out")
        .orElse("");
  }

  /** The statements that create the object, with its comments. */
  private static String creation(DatabaseObject object, List<DatabaseObject> objects) {
    StringBuilder script = new StringBuilder(String.valueOf(object.create()));
    objects.stream()
        .filter(each -> each.name().startsWith("comment of ") && each.create() != null)
        .filter(each -> each.needs().contains(object.key()))
        .forEach(each -> script.append(";\n").append(each.create()));
    return script.toString();
  }

  static boolean isView(LeftOut object) {
    return object.kind().equals("view") || object.kind().equals("materialized view");
  }
}
