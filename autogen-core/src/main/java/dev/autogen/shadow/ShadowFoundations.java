package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.inspect.Foundations;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.DatabaseObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The user-defined types and functions of a database, on its shadow. */
final class ShadowFoundations {

  private final Dialect dialect;
  private final RunSettings settings;
  private final Foundations wanted;

  ShadowFoundations(Dialect dialect, RunSettings settings, Foundations wanted) {
    this.dialect = dialect;
    this.settings = settings;
    this.wanted = wanted;
  }

  /** A key that differs for other types and functions. */
  String key() {
    return all().map(DatabaseObject::create).collect(Collectors.joining(";"));
  }

  /** The order of the creation of a schema on these types and functions. */
  CreationOrder order(List<Operation> creation) {
    return new CreationOrder(creation, wanted);
  }

  void createBeforeTables(ConnectionSource connections) throws SQLException {
    create(connections, wanted.beforeTables());
  }

  void createAfterTables(ConnectionSource connections) throws SQLException {
    create(connections, wanted.afterTables());
  }

  /** The types and functions that a database lacks. */
  List<DatabaseObject> missing(ConnectionSource connections) throws SQLException {
    if (wanted.isEmpty()) {
      return List.of();
    }
    Set<String> there;
    try (Connection connection = connections.open()) {
      Set<String> schemas = dialect.inspector().schemas(connection);
      there =
          names(
              dialect
                  .inspector()
                  .foundations(connection, new InspectionScope(schemas, settings.ownTables())));
    }
    return all().filter(object -> !there.contains(ShadowStatements.name(object))).toList();
  }

  /**
   * Creates the objects one after the other. If one is refused, the others are still tried.
   *
   * @return what was refused, a sentence each
   */
  List<String> create(ConnectionSource connections, List<DatabaseObject> objects)
      throws SQLException {
    List<String> refusals = new ArrayList<>();
    if (objects.isEmpty()) {
      return refusals;
    }
    ShadowStatements shadow = new ShadowStatements(dialect);
    try (Connection connection = connections.open();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : wanted.preparation()) {
        statement.execute(sql);
      }
      for (DatabaseObject object : objects) {
        shadow.create(connection, object).ifPresent(refusals::add);
      }
      connection.commit();
    }
    return refusals;
  }

  private Stream<DatabaseObject> all() {
    return Stream.concat(wanted.beforeTables().stream(), wanted.afterTables().stream());
  }

  private static Set<String> names(Foundations foundations) {
    return Stream.of(foundations.beforeTables(), foundations.afterTables())
        .flatMap(List::stream)
        .map(ShadowStatements::name)
        .collect(Collectors.toSet());
  }
}
