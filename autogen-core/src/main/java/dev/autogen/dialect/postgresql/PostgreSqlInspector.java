package dev.autogen.dialect.postgresql;

import dev.autogen.inspect.Foundations;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.inspect.Inspector;
import dev.autogen.schema.DatabaseObject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code pg_catalog} of PostgreSQL 14 and later: one round trip for any number of objects.
 */
public final class PostgreSqlInspector implements Inspector {

  private static final String SCHEMAS =
      "select nspname from pg_namespace n where nspname !~ '^pg_' and nspname <>"
          + " 'information_schema' and nspname is distinct from current_setting('autogen.schema') and not exists"
          + " (select from pg_depend d where d.classid = 'pg_namespace'::regclass"
          + " and d.objid = n.oid and d.deptype = 'e')";

  @Override
  public Inspection inspect(Connection connection, InspectionScope scope) throws SQLException {
    CatalogReader reader = new CatalogReader(scope);
    CatalogQuestions questions = new CatalogQuestions();
    List<String> queries = CatalogQueries.all(connection.getMetaData().getDatabaseMajorVersion());
    List<CatalogQuestions.Answer> answers = reader.answers();
    for (int i = 0; i < queries.size(); i++) {
      questions.add(queries.get(i), answers.get(i));
    }
    long parameters = queries.stream().filter(query -> query.contains("?")).count();
    questions.ask(
        connection,
        statement -> {
          Array schemas = connection.createArrayOf("text", scope.schemas().toArray());
          for (int i = 1; i <= parameters; i++) {
            statement.setArray(i, schemas);
          }
        });
    return reader.inspection();
  }

  @Override
  public List<DatabaseObject> databaseObjects(Connection connection, InspectionScope scope)
      throws SQLException {
    return DatabaseObjects.read(connection, scope);
  }

  @Override
  public Foundations foundations(Connection connection, InspectionScope scope) throws SQLException {
    return FoundationReader.read(connection, scope);
  }

  @Override
  public Optional<String> defaultSchema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SearchPath.DEFAULT_SCHEMA)) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  @Override
  public Set<String> schemas(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    new CatalogQuestions()
        .add(SCHEMAS, row -> names.add(row.getString(1)))
        .ask(connection, statement -> {});
    return names;
  }
}
