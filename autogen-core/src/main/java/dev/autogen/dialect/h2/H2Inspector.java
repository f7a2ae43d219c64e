package dev.autogen.dialect.h2;

import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.inspect.Inspector;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads H2's catalog by a fixed number of queries. */
final class H2Inspector implements Inspector {

  private final H2Names names;

  H2Inspector(H2Names names) {
    this.names = names;
  }

  @Override
  public Inspection inspect(Connection connection, InspectionScope scope) throws SQLException {
    Set<String> schemas = new LinkedHashSet<>();
    schemas.add(connection.getSchema());
    scope.schemas().forEach(schema -> schemas.add(names.text().names().stored(schema)));
    H2Catalog catalog = new H2Catalog(connection, names, schemas, connection.getSchema());
    H2ColumnReader reader = new H2ColumnReader(catalog, names);
    Map<QualifiedName, List<Column>> columns = reader.columns();
    Map<QualifiedName, List<Constraint>> constraints =
        new H2ConstraintReader(catalog, names).constraints();
    Map<QualifiedName, List<Index>> indexes = new H2IndexReader(catalog).indexes();
    List<LeftOut> leftOut = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    catalog.rows(
        "table_schema, table_name, table_type, remarks",
        "tables where table_schema%s order by table_schema, table_name",
        row -> {
          QualifiedName name = catalog.name(row, "table_schema", "table_name");
          String reason = reasonToLeaveOut(row, name, scope);
          if (reason != null) {
            leftOut.add(new LeftOut("table", name.toString(), reason));
          } else if ("BASE TABLE".equals(row.getString("table_type"))) {
            tables.add(
                new Table(
                    name,
                    columns.getOrDefault(name, List.of()),
                    constraints.getOrDefault(name, List.of()),
                    indexes.getOrDefault(name, List.of()),
                    row.getString("remarks")));
          }
          return name;
        });
    List<EnumType> enums = new H2EnumReader(catalog, names).enums();
    return new Inspection(
        new Schema(
            existing(catalog, scope),
            tables.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList(),
            sequences(catalog),
            enums),
        leftOut);
  }

  private static @Nullable String reasonToLeaveOut(
      ResultSet row, QualifiedName name, InspectionScope scope) throws SQLException {
    String type = row.getString("table_type");
    return type.equals("GLOBAL TEMPORARY") || type.equals("LOCAL TEMPORARY")
        ? "temporary"
        : scope.reasonToLeaveOut(name.name());
  }

  private static List<String> existing(H2Catalog catalog, InspectionScope scope)
      throws SQLException {
    List<String> found =
        catalog.rows(
            "schema_name", "schemata where schema_name%s", row -> catalog.name(row, "schema_name"));
    return found.stream().filter(scope.schemas()::contains).sorted().toList();
  }

  private static List<Sequence> sequences(H2Catalog catalog) throws SQLException {
    return catalog.rows(
        "*",
        "sequences where sequence_schema%s order by sequence_schema, sequence_name",
        row ->
            Sequence.of(
                    catalog.name(row, "sequence_schema", "sequence_name"),
                    row.getLong("start_value"),
                    row.getLong("increment"))
                .withCache(row.getLong("cache"))
                .withRange(
                    new NumberRange(
                        H2Text.lower(row.getString("data_type")),
                        H2Catalog.number(row, "minimum_value"),
                        H2Catalog.number(row, "maximum_value"),
                        "YES".equals(row.getString("cycle_option")))));
  }

  @Override
  public List<DatabaseObject> databaseObjects(Connection connection, InspectionScope scope)
      throws SQLException {
    return new H2Objects(connection, names).inScope(scope);
  }

  @Override
  public Optional<String> defaultSchema(Connection connection) throws SQLException {
    return Optional.ofNullable(connection.getSchema()).map(names.text().names()::named);
  }

  @Override
  public Set<String> schemas(Connection connection) throws SQLException {
    Set<String> found = new TreeSet<>();
    H2Catalog catalog = new H2Catalog(connection, names, Set.of(), null);
    String current = connection.getSchema();
    catalog.rows(
        "schema_name",
        "schemata where upper(schema_name) <> 'INFORMATION_SCHEMA'",
        row -> row.getString(1).equals(current) ? "" : found.add(catalog.name(row, "schema_name")));
    return found;
  }
}
