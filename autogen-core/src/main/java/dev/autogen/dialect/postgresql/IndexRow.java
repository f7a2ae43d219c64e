package dev.autogen.dialect.postgresql;

import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Element;
import dev.autogen.schema.Index.Nulls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code pg_index}. */
record IndexRow(ResultSet row, CatalogTable table) {

  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  Index index() throws SQLException {
    int keys = row.getInt("indnkeyatts");
    List<Integer> columns = PgArrays.numbers(row.getString("indkey"));
    String method = row.getString("amname");
    String predicate = row.getString("predicate");
    return new Index(
        row.getString("relname"),
        elements(columns.subList(0, keys)),
        row.getBoolean("indisunique"),
        method.equals("btree") ? null : method,
        table.columnNames(columns.subList(keys, columns.size())),
        predicate == null ? null : Parentheses.strip(predicate),
        row.getBoolean("nulls_not_distinct"));
  }

  private List<Element> elements(List<Integer> columns) throws SQLException {
    List<Integer> options = PgArrays.numbers(row.getString("indoption"));
    List<@Nullable String> expressions = PgArrays.nullableStrings(row.getArray("expressions"));
    List<@Nullable String> classes = PgArrays.nullableStrings(row.getArray("classes"));
    List<@Nullable String> collations = PgArrays.nullableStrings(row.getArray("collations"));
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      boolean isExpression = columns.get(i) == 0;
      boolean descending = (options.get(i) & DESCENDING) != 0;
      boolean nullsFirst = (options.get(i) & NULLS_FIRST) != 0;
      elements.add(
          new Element(
              isExpression
                  ? Parentheses.strip(expressions.get(i))
                  : table.columns.get(columns.get(i)).name(),
              isExpression,
              descending,
              descending == nullsFirst ? null : nullsFirst ? Nulls.FIRST : Nulls.LAST,
              at(classes, i),
              at(collations, i)));
    }
    return elements;
  }

  private static @Nullable String at(List<@Nullable String> values, int i) {
    return values.isEmpty() ? null : values.get(i);
  }
}
