package dev.autogen.dialect.mysql;

import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads indexes, the primary key among them, which is called {@code PRIMARY}. */
final class MySqlIndexReader {

  /** The name that every primary key has. */
  static final String PRIMARY = "PRIMARY";

  private final MySqlCatalog catalog;
  private final Server server;

  MySqlIndexReader(MySqlCatalog catalog, Server server) {
    this.catalog = catalog;
    this.server = server;
  }

  /** The indexes of the tables, by the table. */
  Map<QualifiedName, List<Index>> indexes() throws SQLException {
    Map<QualifiedName, Map<String, Index>> found = new LinkedHashMap<>();
    catalog.rows(
        "select table_schema, table_name, index_name, non_unique, column_name, collation, sub_part,"
            + " index_type, "
            + (server.isMariaDb() ? "null" : "expression")
            + " as key_expression from information_schema.statistics where table_schema%s"
            + " order by table_schema, table_name, index_name, seq_in_index",
        row -> {
          QualifiedName table = catalog.name(row, "table_schema", "table_name");
          return found
              .computeIfAbsent(table, key -> new LinkedHashMap<>())
              .merge(row.getString("index_name"), index(row), MySqlIndexReader::joined);
        });
    Map<QualifiedName, List<Index>> indexes = new LinkedHashMap<>();
    found.forEach((table, byName) -> indexes.put(table, List.copyOf(byName.values())));
    return indexes;
  }

  private static Index joined(Index first, Index next) {
    List<Index.Element> elements = new ArrayList<>(first.elements());
    elements.addAll(next.elements());
    return first.withElements(elements);
  }

  private static Index index(ResultSet row) throws SQLException {
    String type = row.getString("index_type").toLowerCase(Locale.ROOT);
    boolean special = type.equals("fulltext") || type.equals("spatial");
    return new Index(
        row.getString("index_name"),
        List.of(element(row, special)),
        row.getInt("non_unique") == 0,
        special ? type : null,
        List.of(),
        null,
        false);
  }

  /** The sort order of a spatial or full-text index and the length of its keys mean nothing. */
  private static Index.Element element(ResultSet row, boolean special) throws SQLException {
    @Nullable String expression = row.getString("key_expression");
    boolean descending = !special && "D".equals(row.getString("collation"));
    if (expression != null) {
      return new Index.Element(
          MySqlExpressions.readable(MySqlExpressions.unescaped(expression)),
          true,
          descending,
          null,
          null,
          null);
    }
    String column = row.getString("column_name");
    int prefix = special ? 0 : row.getInt("sub_part");
    return prefix == 0
        ? new Index.Element(column, false, descending, null, null, null)
        : new Index.Element(
            MySqlNames.quote(column) + "(" + prefix + ")", true, descending, null, null, null);
  }
}
