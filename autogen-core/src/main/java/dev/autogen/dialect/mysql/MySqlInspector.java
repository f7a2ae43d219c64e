package dev.autogen.dialect.mysql;

import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.inspect.Inspector;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the catalog by a number of queries that does not grow with the tables. */
final class MySqlInspector implements Inspector {

  private final KnownServer server;

  MySqlInspector(KnownServer server) {
    this.server = server;
  }

  @Override
  public Inspection inspect(Connection connection, InspectionScope scope) throws SQLException {
    Server known = server.of(connection);
    MySqlTableReader reader =
        new MySqlTableReader(catalog(connection, scope.schemas()), known, scope);
    Schema schema = reader.read(existing(connection, scope));
    List<LeftOut> leftOut = reader.leftOut();
    return new Inspection(schema, leftOut);
  }

  /** The database in which names without one are. */
  static String database(Connection connection) throws SQLException {
    String database = connection.getCatalog();
    if (database == null || database.isEmpty()) {
      throw AutogenException.usage(
          "The address names no database on its server; add it, as in mysql://host/DATABASE.");
    }
    return database;
  }

  private static MySqlCatalog catalog(Connection connection, Set<String> further)
      throws SQLException {
    String current = database(connection);
    Set<String> databases = new LinkedHashSet<>();
    databases.add(current);
    databases.addAll(further);
    return new MySqlCatalog(connection, databases, current);
  }

  private static List<String> existing(Connection connection, InspectionScope scope)
      throws SQLException {
    if (scope.schemas().isEmpty()) {
      return List.of();
    }
    return catalog(connection, scope.schemas())
        .rows(
            "select schema_name from information_schema.schemata where schema_name%s",
            row -> row.getString(1))
        .stream()
        .filter(scope.schemas()::contains)
        .sorted()
        .toList();
  }

  @Override
  public List<DatabaseObject> databaseObjects(Connection connection, InspectionScope scope)
      throws SQLException {
    return new MySqlObjects(catalog(connection, scope.schemas())).all();
  }

  @Override
  public Optional<String> defaultSchema(Connection connection) throws SQLException {
    return Optional.of(database(connection));
  }

  /** Another database of the server is not a part of this one. */
  @Override
  public Set<String> schemas(Connection connection) {
    return Set.of();
  }
}
