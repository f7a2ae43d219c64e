package dev.autogen;

import dev.autogen.diff.Extra;
import dev.autogen.inspect.DatabaseObject;
import dev.autogen.inspect.Inspection;
import dev.autogen.operation.Operation;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a database has beyond all that a model can name: listed, dropped, or warned about. */
final class DatabaseOnly {

  /** Kinds that the comparison of tables knows by itself. */
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

  /** Whether any of the kinds has to be read beside the tables. */
  static boolean isAsked(Set<String> kinds) {
    return !WITHIN_TABLES.containsAll(kinds);
  }

  /**
   * The objects, without what an entity is mapped to.
   *
   * @param kinds the kinds to drop
   * @throws AutogenException if one of the kinds is none that can be dropped and created again
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

  /** What is to be dropped, in order. */
  List<Extra> extras() {
    return objects.stream()
        .filter(each -> dropped.contains(each.kind()) && each.drop() != null)
        .map(
            each ->
                new Extra(
                    each.kind(), each.name(), new Operation.ExecuteSql(each.drop(), each.create())))
        .toList();
  }

  /** What stays, a line each, without what is listed already. */
  List<String> kept(Inspection inspection) {
    Set<String> listed = new HashSet<>();
    inspection.leftOut().forEach(each -> listed.add(each.name()));
    return objects.stream()
        .filter(each -> !dropped.contains(each.kind()) && !listed.contains(each.name()))
        .map(
            each ->
                "kept: "
                    + each.kind().replace('-', ' ')
                    + " "
                    + each.name()
                    + " (JPA cannot say it)")
        .toList();
  }

  /** What stands in the way of operations, a sentence each. */
  List<String> obstacles(List<Operation> operations) {
    List<String> sentences = new ArrayList<>();
    for (Operation operation : operations) {
      boolean table = operation instanceof Operation.DropTable;
      if (!table && !disturbs(operation)) {
        continue;
      }
      objects.stream()
          .filter(each -> !dropped.contains(each.kind()))
          .filter(each -> !table || each.kind().endsWith("view"))
          .filter(each -> uses(each, operation.object(), table))
          .forEach(
              each ->
                  sentences.add(
                      "The "
                          + each.kind().replace('-', ' ')
                          + " "
                          + each.name()
                          + " uses "
                          + operation.object()
                          + ", so that PostgreSQL refuses to "
                          + operation.summary()
                          + ". Drop it before by op.execute(\""
                          + each.drop()
                          + "\", \"create …\"), and create it anew afterwards; \\d+ of psql shows"
                          + " its definition."));
    }
    return sentences;
  }

  private static boolean disturbs(Operation operation) {
    return operation instanceof Operation.DropColumn
        || (operation instanceof Operation.AlterColumn alter
            && !alter.from().type().equals(alter.to().type()));
  }

  private static boolean uses(DatabaseObject object, String name, boolean table) {
    return object.uses().stream()
        .anyMatch(used -> used.equals(name) || (table && used.startsWith(name + ".")));
  }

  /** Whether operations may meet an obstacle. */
  static boolean mayMeet(List<Operation> operations) {
    return operations.stream()
        .anyMatch(each -> each instanceof Operation.DropTable || disturbs(each));
  }
}
