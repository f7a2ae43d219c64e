package dev.autogen.authoring;

import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Comparison;
import dev.autogen.diff.DiffOptions;
import dev.autogen.diff.SchemaScript;
import dev.autogen.inspect.Foundations;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.DropSchema;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.CreationOrder;
import dev.autogen.sql.TextRules;
import dev.autogen.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a database contains, and the operations of the baseline that creates it again.
 *
 * @param extensions the operations that create what the schema expects to exist
 * @param extensionSchemas the schemas that belong to extensions, which create and keep them
 * @param leftOut the relations that are not part of the schema
 */
record BaselineContent(
    Schema schema,
    List<Operation> extensions,
    Set<String> extensionSchemas,
    Foundations foundations,
    BaselineObjects objects,
    List<LeftOut> leftOut) {

  /**
   * Reads the project's database.
   *
   * @throws AutogenException if it cannot be read
   */
  static BaselineContent read(Workspace workspace) {
    Dialect dialect = workspace.dialect();
    try (Connection connection = workspace.database().open()) {
      Set<String> schemas = dialect.inspector().schemas(connection);
      InspectionScope scope = new InspectionScope(schemas, workspace.runSettings().ownTables());
      Inspection inspection = dialect.inspector().inspect(connection, scope);
      Schema schema = dialect.typeRules().canonical(inspection.schema());
      Set<String> given = dialect.executionRules().prerequisiteSchemas(connection);
      List<Operation> extensions =
          dialect.executionRules().prerequisites(connection).stream()
              .map(sql -> (Operation) new ExecuteSql(sql, null))
              .toList();
      Foundations foundations = dialect.inspector().foundations(connection, scope);
      BaselineObjects objects =
          BaselineObjects.of(
              dialect.inspector().databaseObjects(connection, scope),
              foundations,
              inspection.leftOut());
      return new BaselineContent(
          schema, extensions, given, foundations, objects, inspection.leftOut());
    } catch (SQLException e) {
      throw AutogenException.failed("The database cannot be read: " + e.getMessage(), e);
    }
  }

  /** What creates the tables, and with them the schemas that belong to no extension. */
  Comparison tables(TextRules text, DiffOptions options) {
    return without(
        SchemaScript.comparison(schema, text, options),
        each ->
            (each instanceof CreateSchema create && extensionSchemas.contains(create.name()))
                || (each instanceof DropSchema drop && extensionSchemas.contains(drop.name())));
  }

  /**
   * Adds the extensions, types and functions before the tables, and functions that use tables,
   * views, triggers and the like after them.
   */
  Comparison whole(Comparison creation) {
    Set<String> tableSchemas = new HashSet<>(schema.namespaces());
    CreationOrder order = new CreationOrder(creation.operations(), foundations);
    List<Operation> first = new ArrayList<>(extensions);
    List<Operation> behind = new ArrayList<>();
    if (Stream.concat(foundations.beforeTables().stream(), foundations.afterTables().stream())
        .anyMatch(each -> order.composite(each).isEmpty())) {
      first.addAll(order.beforeTypes());
      foundations.preparation().forEach(sql -> first.add(new ExecuteSql(sql, null)));
      foundations
          .beforeTables()
          .forEach(each -> first.add(order.composite(each).orElse(creation(each, tableSchemas))));
      foundations
          .afterTables()
          .forEach(each -> behind.add(order.composite(each).orElse(creation(each, tableSchemas))));
    }
    Set<Operation> moved = new HashSet<>(first);
    moved.addAll(behind);
    behind.addAll(objects.creations());
    return without(moved, creation).between(behind, first);
  }

  /** Creates an object. A schema that also holds tables is dropped together with them, not here. */
  private static Operation creation(DatabaseObject object, Set<String> schemas) {
    boolean dropped = object.kind().equals("schema") && schemas.contains(object.name());
    return new ExecuteSql(String.valueOf(object.create()), dropped ? null : object.drop());
  }

  private static Comparison without(Set<Operation> moved, Comparison creation) {
    Set<Operation> undone = new HashSet<>();
    moved.forEach(each -> each.reverse().ifPresent(undone::add));
    return without(creation, each -> moved.contains(each) || undone.contains(each));
  }

  private static Comparison without(Comparison creation, Predicate<Operation> left) {
    return new Comparison(
        creation.operations().stream().filter(left.negate()).toList(),
        creation.steps().stream().filter(each -> !left.test(each.get(0))).toList(),
        creation.downgrade().stream().filter(left.negate()).toList(),
        creation.kept(),
        creation.tolerated(),
        creation.filtered(),
        creation.refused(),
        creation.obstacles(),
        creation.involved());
  }

  /** What a baseline does not create, with the reasons. */
  List<LeftOut> notCreated() {
    return Stream.of(
            leftOut.stream()
                .filter(
                    each ->
                        !BaselineObjects.isView(each) || !objects.names().contains(each.name())),
            foundations.leftOut().stream(),
            objects.leftOut().stream())
        .flatMap(each -> each)
        .toList();
  }
}
