package dev.autogen.dialect.postgresql;

import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.inspect.Inspector;
import dev.autogen.schema.DatabaseObject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code pg_catalog} of PostgreSQL 12 and later: one round trip for any number of objects.
 *
 * <p>All answers are of one moment: a connection in autocommit mode gets a read-only transaction of
 * its own, repeatable read. One within a transaction is read as that transaction sees it, with what
 * it has changed itself.
 */
public final class PostgreSqlInspector implements Inspector {

  private static final String ONE_MOMENT =
      "set transaction isolation level repeatable read, read only; set local jit = off;"
          + " set local standard_conforming_strings = on;\n";

  private static final String SCHEMAS =
      "select nspname from pg_namespace n where nspname !~ '^pg_' and nspname <>"
          + " 'information_schema' and nspname is distinct from current_schema() and not exists"
          + " (select from pg_depend d where d.classid = 'pg_namespace'::regclass"
          + " and d.objid = n.oid and d.deptype = 'e')";

  @Override
  public Inspection inspect(Connection connection, InspectionScope scope) throws SQLException {
    if (!connection.getAutoCommit()) {
      return read(connection, scope, "");
    }
    connection.setAutoCommit(false);
    try {
      Inspection inspection = read(connection, scope, ONE_MOMENT);
      restore(connection);
      return inspection;
    } catch (SQLException | RuntimeException e) {
      try {
        restore(connection);
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  @Override
  public List<DatabaseObject> databaseObjects(Connection connection, InspectionScope scope)
      throws SQLException {
    return DatabaseObjects.read(connection, scope);
  }

  @Override
  public Set<String> schemas(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SCHEMAS)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static void restore(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  private static Inspection read(Connection connection, InspectionScope scope, String prefix)
      throws SQLException {
    List<String> queries = CatalogQueries.all(connection.getMetaData().getDatabaseMajorVersion());
    try (PreparedStatement statement =
        connection.prepareStatement(prefix + String.join(";\n", queries))) {
      Array schemas = connection.createArrayOf("text", scope.schemas().toArray());
      long parameters = queries.stream().filter(query -> query.contains("?")).count();
      for (int i = 1; i <= parameters; i++) {
        statement.setArray(i, schemas);
      }
      CatalogReader reader = new CatalogReader(scope);
      boolean isRows = statement.execute();
      for (CatalogReader.Answer answer : reader.answers()) {
        while (!isRows) {
          isRows = statement.getMoreResults();
        }
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            answer.row(rows);
          }
        }
        isRows = statement.getMoreResults();
      }
      return reader.inspection();
    }
  }
}
