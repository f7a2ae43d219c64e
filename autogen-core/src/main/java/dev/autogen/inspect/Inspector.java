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
   * Reads what is in scope, in a number of round trips that does not grow with the tables.
   *
   * @throws SQLException if the database cannot be read
   */
  Inspection inspect(Connection connection, InspectionScope scope) throws SQLException;

  /**
   * What there is in scope that a schema has no place for, such as views and triggers, in an order
   * in which it can be dropped. It is not read by {@link #inspect}, because few want to know.
   *
   * @throws SQLException if the database cannot be read
   */
  default List<DatabaseObject> databaseObjects(Connection connection, InspectionScope scope)
      throws SQLException {
    return List.of();
  }

  /**
   * The types and functions of people's own in scope, which a schema may rest on.
   *
   * @throws SQLException if the database cannot be read
   */
  default Foundations foundations(Connection connection, InspectionScope scope)
      throws SQLException {
    return Foundations.NONE;
  }

  /**
   * The schema in which the connection makes what has no schema in its name; empty where there is
   * none.
   *
   * @throws SQLException if the database cannot be read
   */
  default Optional<String> defaultSchema(Connection connection) throws SQLException {
    return Optional.ofNullable(connection.getSchema());
  }

  /**
   * The schemas beside the default one that people, and not the database or an extension, have
   * made.
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
