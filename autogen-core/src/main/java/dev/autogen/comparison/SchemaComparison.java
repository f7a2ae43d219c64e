package dev.autogen.comparison;

import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Comparison;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Compares a model with a live database: reads the database, brings both into canonical form, asks
 * the database about ambiguous expressions, and compares.
 *
 * @param target the model in canonical form
 * @param actual the database in canonical form, with the tables of all schemas that use a type
 *     which is created anew
 * @param inspection what was read, and what was left out
 * @param comparison how the two differ
 * @param undecided how many expressions were compared by their text because the database could not
 *     be asked
 */
public record SchemaComparison(
    Schema target, Schema actual, Inspection inspection, Comparison comparison, int undecided) {

  /**
   * Compares a model with the database of a connection. The database is not changed.
   *
   * @throws SQLException if the database cannot be read
   */
  public static SchemaComparison of(
      Schema model,
      Connection connection,
      Dialect dialect,
      InspectionScope scope,
      DiffOptions options)
      throws SQLException {
    DatabaseRead read =
        DatabaseRead.of(connection, dialect, scope).reaching(model, connection, dialect);
    return of(model, read, connection, dialect, options);
  }

  /**
   * Compares a model with a database that was already read. If more or fewer schemas were read than
   * the model names, the database is read again.
   *
   * @throws SQLException if the database cannot be read
   */
  public static SchemaComparison of(
      Schema model,
      Connection connection,
      Dialect dialect,
      InspectionScope scope,
      Inspection inspection,
      DiffOptions options)
      throws SQLException {
    DatabaseRead read = DatabaseRead.of(connection, dialect, scope, inspection);
    return read.reachesExactly(model)
        ? of(model, read, connection, dialect, options)
        : of(model, connection, dialect, scope.withSchemas(Set.of()), options);
  }

  private static SchemaComparison of(
      Schema model, DatabaseRead read, Connection connection, Dialect dialect, DiffOptions options)
      throws SQLException {
    return new PreparedComparison(model, read, connection, dialect, ExpressionFallback.NONE)
        .compare(options);
  }
}
