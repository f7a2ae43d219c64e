package dev.autogen.dialect.h2;

import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads columns and their types. */
final class H2ColumnReader {

  private static final String TYPE =
      "data_type, character_maximum_length, numeric_precision, numeric_scale, datetime_precision,"
          + " interval_type, interval_precision, declared_numeric_precision, geometry_type,"
          + " dtd_identifier";

  private final H2Catalog catalog;
  private final H2Names names;
  private final H2Expressions expressions;
  private final Map<List<String>, List<String>> enumValues = new HashMap<>();
  private final Map<List<String>, SqlType> elements = new HashMap<>();

  H2ColumnReader(H2Catalog catalog, H2Names names) throws SQLException {
    this.catalog = catalog;
    this.names = names;
    this.expressions = new H2Expressions(names.text());
    catalog.rows(
        "object_schema, object_name, enum_identifier, value_name",
        "enum_values where object_schema%s order by object_schema, object_name,"
            + " enum_identifier, value_ordinal",
        row ->
            enumValues
                .computeIfAbsent(
                    List.of(
                        row.getString("object_schema"),
                        row.getString("object_name"),
                        row.getString("enum_identifier")),
                    key -> new ArrayList<>())
                .add(row.getString("value_name")));
    catalog.rows(
        "object_schema, object_name, collection_type_identifier, " + TYPE,
        "element_types where object_schema%s",
        row ->
            elements.put(
                List.of(
                    row.getString("object_schema"),
                    row.getString("object_name"),
                    row.getString("collection_type_identifier")),
                type(row, row.getString("object_schema"), row.getString("object_name"))));
  }

  /** The columns of the tables, by the table. */
  Map<QualifiedName, List<Column>> columns() throws SQLException {
    Map<QualifiedName, List<Column>> columns = new LinkedHashMap<>();
    catalog.rows(
        TYPE
            + ", table_schema, table_name, column_name, column_default, is_nullable, domain_schema,"
            + " domain_name, is_identity, identity_generation, identity_start, identity_increment,"
            + " identity_maximum, identity_minimum, identity_cycle, identity_cache, is_generated,"
            + " generation_expression, remarks",
        "columns where table_schema%s order by table_schema, table_name, ordinal_position",
        row ->
            columns
                .computeIfAbsent(
                    catalog.name(row, "table_schema", "table_name"), key -> new ArrayList<>())
                .add(column(row)));
    return columns;
  }

  private Column column(ResultSet row) throws SQLException {
    SqlType type =
        row.getString("domain_name") == null
            ? type(row, row.getString("table_schema"), row.getString("table_name"))
            : SqlType.named(catalog.name(row, "domain_schema", "domain_name"));
    String serverDefault = row.getString("column_default");
    String generated = row.getString("generation_expression");
    return new Column(
        catalog.name(row, "column_name"),
        type,
        "YES".equals(row.getString("is_nullable")),
        serverDefault == null ? null : expressions.readable(serverDefault),
        "YES".equals(row.getString("is_identity")) ? identity(row) : null,
        "ALWAYS".equals(row.getString("is_generated"))
            ? new Generated(expressions.readable(generated), true)
            : null,
        null,
        row.getString("remarks"));
  }

  private static Identity identity(ResultSet row) throws SQLException {
    Identity.Kind kind =
        "ALWAYS".equals(row.getString("identity_generation"))
            ? Identity.Kind.ALWAYS
            : Identity.Kind.BY_DEFAULT;
    return new Identity(
        kind,
        H2Catalog.number(row, "identity_start"),
        H2Catalog.number(row, "identity_increment"),
        H2Catalog.number(row, "identity_cache"),
        new NumberRange(
            null,
            H2Catalog.number(row, "identity_minimum"),
            H2Catalog.number(row, "identity_maximum"),
            "YES".equals(row.getString("identity_cycle"))));
  }

  /**
   * The type that a row describes.
   *
   * @param schema of the table or domain, as it stands in the catalog
   * @param object the table or domain, as it stands in the catalog
   */
  SqlType type(ResultSet row, String schema, String object) throws SQLException {
    String name = H2Text.lower(row.getString("data_type"));
    List<String> key = List.of(schema, object, row.getString("dtd_identifier"));
    return H2Types.canonical(
        switch (name) {
          case "array" -> elements.getOrDefault(key, SqlType.unknown()).array();
          case "enum" ->
              SqlType.of("enum")
                  .withArguments(
                      enumValues.getOrDefault(key, List.of()).stream()
                          .map(names::literal)
                          .toList());
          case "numeric" ->
              row.getObject("declared_numeric_precision") == null
                  ? SqlType.of(name)
                  : SqlType.of(
                      name, row.getLong("numeric_precision"), row.getLong("numeric_scale"));
          case "decfloat" -> withLength(name, H2Catalog.number(row, "numeric_precision"));
          case "time", "timestamp", "time with time zone", "timestamp with time zone" ->
              withLength(name, H2Catalog.number(row, "datetime_precision"));
          case "interval" ->
              SqlType.of(
                  "interval " + H2Text.lower(row.getString("interval_type")),
                  row.getLong("interval_precision"),
                  row.getLong("datetime_precision"));
          case "geometry" ->
              row.getString("geometry_type") == null
                  ? SqlType.of(name)
                  : SqlType.of(name, H2Text.lower(row.getString("geometry_type")));
          default -> withLength(name, H2Catalog.number(row, "character_maximum_length"));
        });
  }

  private static SqlType withLength(String name, @Nullable Long length) {
    return length == null ? SqlType.of(name) : SqlType.of(name, length);
  }
}
