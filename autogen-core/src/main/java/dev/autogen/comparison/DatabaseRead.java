package dev.autogen.comparison;

import dev.autogen.dialect.Dialect;
import dev.autogen.diff.DefaultSchema;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a database.
 *
 * @param scope the part of it that was read
 * @param inspection what was found there
 * @param canonical the schema found, in canonical form
 * @param defaultSchema the schema of names without one, or null where there is none
 */
record DatabaseRead(
    InspectionScope scope,
    Inspection inspection,
    Schema canonical,
    @Nullable String defaultSchema) {

  /**
   * Reads the part of a database that is in scope.
   *
   * @throws SQLException if it cannot be read
   */
  static DatabaseRead of(Connection connection, Dialect dialect, InspectionScope scope)
      throws SQLException {
    return of(connection, dialect, scope, dialect.inspector().inspect(connection, scope));
  }

  /**
   * What was already read from the database of a connection.
   *
   * @throws SQLException if its default schema cannot be read
   */
  static DatabaseRead of(
      Connection connection, Dialect dialect, InspectionScope scope, Inspection inspection)
      throws SQLException {
    @Nullable String defaultSchema = dialect.inspector().defaultSchema(connection).orElse(null);
    return new DatabaseRead(
        scope, inspection, dialect.typeRules().canonical(inspection.schema()), defaultSchema);
  }

  /** This result, or a new one with more schemas if the model names schemas that were not read. */
  DatabaseRead reaching(Schema model, Connection connection, Dialect dialect) throws SQLException {
    Set<String> schemas = new HashSet<>(scope.schemas());
    boolean more = schemas.addAll(namespaces(unqualified(model)));
    return more ? of(connection, dialect, scope.withSchemas(schemas)) : this;
  }

  /** Whether those schemas were read, and no others, that the model names. */
  boolean reachesExactly(Schema model) {
    return scope.schemas().equals(namespaces(unqualified(model)));
  }

  /** The model, in which names in the default schema have no schema. */
  Schema unqualified(Schema model) {
    return DefaultSchema.unqualified(model, defaultSchema);
  }

  /** The schemas that a schema's objects are in, except the default one. */
  static Set<String> namespaces(Schema schema) {
    Set<String> names = new HashSet<>(schema.namespaces());
    schema
        .objectNames()
        .filter(name -> name.schema() != null)
        .forEach(name -> names.add(name.schema()));
    return names;
  }
}
