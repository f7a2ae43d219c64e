package dev.autogen.inspect;

import dev.autogen.schema.DatabaseObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the schema of a live database. */
@FunctionalInterface
public interface Inspector {

  /**
   * Reads what is in scope. The number of round trips does not grow with the number of tables.
   *
   * @throws SQLException if the database cannot be read
   */
  Inspection inspect(Connection connection, InspectionScope scope) throws SQLException;

  /**
   * The objects in scope that a schema cannot hold, such as views and triggers, in an order in
   * which they can be dropped. {@link #inspect} does not read them, because few callers need them.
   *
   * @throws SQLException if the database cannot be read
   */
  default List<DatabaseObject> databaseObjects(Connection connection, InspectionScope scope)
      throws SQLException {
    return List.of();
  }

  /**
   * The user-defined types and functions in scope, which a schema may use.
   *
   * @throws SQLException if the database cannot be read
   */
  default Foundations foundations(Connection connection, InspectionScope scope)
      throws SQLException {
    return Foundations.NONE;
  }

  /**
   * The schema in which the connection creates objects whose names have no schema; empty where
   * there is none.
   *
   * @throws SQLException if the database cannot be read
   */
  default Optional<String> defaultSchema(Connection connection) throws SQLException {
    return Optional.ofNullable(connection.getSchema());
  }

  /**
   * The schemas, except the default one, that users created, not the database or an extension.
   *
   * @throws SQLException if the database cannot be read
   */
  default Set<String> schemas(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet schemas = connection.getMetaData().getSchemas()) {
      while (schemas.next()) {
        names.add(schemas.getString("TABLE_SCHEM"));
      }
    }
    names.removeIf(name -> name.equalsIgnoreCase("information_schema"));
    defaultSchema(connection).ifPresent(names::remove);
    return names;
  }
}
