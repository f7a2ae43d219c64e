package dev.autogen.dialect.h2;

import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Nulls;
import dev.autogen.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the indexes that people made; those of constraints belong to the constraints. */
final class H2IndexReader {

  private final H2Catalog catalog;

  H2IndexReader(H2Catalog catalog) {
    this.catalog = catalog;
  }

  /** The indexes of the tables, by the table. */
  Map<QualifiedName, List<Index>> indexes() throws SQLException {
    Map<QualifiedName, List<Index.Element>> elements = new LinkedHashMap<>();
    catalog.rows(
        "index_schema, index_name, column_name, ordering_specification, null_ordering",
        "index_columns where table_schema%s order by index_schema, index_name, ordinal_position",
        row ->
            elements
                .computeIfAbsent(
                    catalog.name(row, "index_schema", "index_name"), key -> new ArrayList<>())
                .add(element(row)));
    Map<QualifiedName, List<Index>> indexes = new HashMap<>();
    catalog.rows(
        "index_schema, index_name, table_schema, table_name, index_type_name, nulls_distinct",
        "indexes where table_schema%s and not is_generated order by index_name",
        row ->
            indexes
                .computeIfAbsent(
                    catalog.name(row, "table_schema", "table_name"), key -> new ArrayList<>())
                .add(index(row, elements)));
    return indexes;
  }

  private Index.Element element(ResultSet row) throws SQLException {
    boolean descending = "DESC".equals(row.getString("ordering_specification"));
    String nulls = row.getString("null_ordering");
    return new Index.Element(
        catalog.name(row, "column_name"),
        false,
        descending,
        nulls == null ? null : Nulls.valueOf(nulls),
        null,
        null);
  }

  private Index index(ResultSet row, Map<QualifiedName, List<Index.Element>> elements)
      throws SQLException {
    QualifiedName name = catalog.name(row, "index_schema", "index_name");
    String type = row.getString("index_type_name");
    return new Index(
        name.name(),
        elements.getOrDefault(name, List.of()),
        type.startsWith("UNIQUE"),
        type.contains("HASH") ? "hash" : type.contains("SPATIAL") ? "spatial" : null,
        List.of(),
        null,
        "NO".equals(row.getString("nulls_distinct")));
  }
}
