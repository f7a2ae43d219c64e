package dev.autogen.inspect;

import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what JDBC's {@code DatabaseMetaData} tells of any database: tables, columns, primary and
 * foreign keys, indexes, comments.
 *
 * <p>JDBC knows neither checks nor sequences, and shows a unique constraint as the unique index
 * behind it.
 */
public final class JdbcInspector implements Inspector {

  @Override
  public Inspection inspect(Connection connection, InspectionScope scope) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String catalog = connection.getCatalog();
    String defaultSchema = connection.getSchema();
    Map<QualifiedName, JdbcTable> tables = new TreeMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    List<String> namespaces = new ArrayList<>();
    if (defaultSchema == null) {
      new SchemaRead(metaData, catalog, null, null, scope).read(tables, leftOut);
    } else {
      new SchemaRead(metaData, catalog, defaultSchema, null, scope).read(tables, leftOut);
      for (String schema : existing(metaData, catalog, scope)) {
        if (!schema.equals(defaultSchema)) {
          namespaces.add(schema);
          new SchemaRead(metaData, catalog, schema, defaultSchema, scope).read(tables, leftOut);
        }
      }
    }
    List<Table> read = tables.values().stream().map(JdbcTable::table).toList();
    leftOut.sort(Comparator.comparing(LeftOut::kind).thenComparing(LeftOut::name));
    return new Inspection(new Schema(namespaces, read, List.of(), List.of()), leftOut);
  }

  private static TreeSet<String> existing(
      DatabaseMetaData metaData, @Nullable String catalog, InspectionScope scope)
      throws SQLException {
    TreeSet<String> schemas = new TreeSet<>();
    try (ResultSet rows = metaData.getSchemas(catalog, null)) {
      while (rows.next()) {
        schemas.add(rows.getString("TABLE_SCHEM"));
      }
    }
    schemas.retainAll(scope.schemas());
    return schemas;
  }
}
