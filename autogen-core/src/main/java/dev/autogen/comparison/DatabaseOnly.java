package dev.autogen.comparison;

import dev.autogen.diff.DatabaseOnlyObject;
import dev.autogen.inspect.Inspection;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The objects of a database that no model can describe. They are listed, dropped, or warned about.
 */
public final class DatabaseOnly {

  /** Kinds that the comparison of tables already covers. */
  private static final Set<String> WITHIN_TABLES = Set.of("index", "constraint");

  private static final Set<String> KINDS =
      Set.of(
          "exclusion",
          "function",
          "materialized-view",
          "policy",
          "rule",
          "statistics",
          "trigger",
          "view");

  private final List<DatabaseObject> objects;
  private final Set<String> dropped;

  private DatabaseOnly(List<DatabaseObject> objects, Set<String> dropped) {
    this.objects = objects;
    this.dropped = dropped;
  }

  /** Whether any of the kinds must be read separately from the tables. */
  public static boolean isAsked(Set<String> kinds) {
    return !WITHIN_TABLES.containsAll(kinds);
  }

  /**
   * The objects, without those that an entity is mapped to.
   *
   * @param kinds the kinds to drop
   * @throws AutogenException if one of the kinds cannot be dropped and created again
   */
  static DatabaseOnly of(List<DatabaseObject> objects, Schema model, Set<String> kinds) {
    for (String kind : kinds) {
      if (!KINDS.contains(kind) && !WITHIN_TABLES.contains(kind)) {
        Set<String> all = new TreeSet<>(KINDS);
        all.addAll(WITHIN_TABLES);
        throw AutogenException.usage(
            "\""
                + kind
                + "\" in [diff] database-only is none of the kinds that can be dropped and created"
                + " again: "
                + String.join(", ", all)
                + ".");
      }
    }
    Set<String> mapped = new HashSet<>();
    model.tables().forEach(table -> mapped.add(table.name().toString()));
    return new DatabaseOnly(
        objects.stream().filter(each -> !mapped.contains(each.name())).toList(), kinds);
  }

  /** The objects to drop, in order. */
  List<DatabaseOnlyObject> extras() {
    return objects.stream()
        .filter(each -> dropped.contains(each.kind()) && each.drop() != null)
        .map(
            each ->
                new DatabaseOnlyObject(
                    each.kind(), each.name(), new ExecuteSql(each.drop(), each.script(objects))))
        .toList();
  }

  /** The objects that stay, a line each, without those that are listed already. */
  List<String> kept(Inspection inspection) {
    Set<String> listed = new HashSet<>();
    inspection.leftOut().forEach(each -> listed.add(each.name()));
    return objects.stream()
        .filter(each -> !dropped.contains(each.kind()) && !listed.contains(each.name()))
        .filter(each -> !Set.of("role", "schema", "column").contains(each.kind()))
        .map(
            each ->
                "kept: "
                    + each.kind().replace('-', ' ')
                    + " "
                    + each.name()
                    + " (JPA cannot say it)")
        .toList();
  }
}
