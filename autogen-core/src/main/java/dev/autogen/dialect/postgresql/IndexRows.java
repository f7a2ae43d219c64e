package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Element;
import dev.autogen.schema.Index.Nulls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns rows of {@code pg_index} into indexes. */
final class IndexRows {

  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  /** {@code DEFAULT_COLLATION_OID}, the collation of an expression over plain columns. */
  private static final long DEFAULT_COLLATION = 100;

  private record OperatorClass(String name, boolean isDefault) {}

  private final Map<Long, OperatorClass> operatorClasses = new HashMap<>();
  private final Map<Long, String> collations = new HashMap<>();

  void operatorClass(ResultSet row) throws SQLException {
    operatorClasses.put(
        row.getLong("oid"),
        new OperatorClass(row.getString("opcname"), row.getBoolean("opcdefault")));
  }

  void collation(ResultSet row) throws SQLException {
    collations.put(row.getLong("oid"), row.getString("collname"));
  }

  Index index(ResultSet row, CatalogTable table) throws SQLException {
    int keys = row.getInt("indnkeyatts");
    List<Integer> columns = PgArrays.numbers(row.getString("indkey"));
    String method = row.getString("amname");
    String predicate = row.getString("predicate");
    return new Index(
        row.getString("relname"),
        elements(row, table, columns.subList(0, keys)),
        row.getBoolean("indisunique"),
        method.equals("btree") ? null : method,
        table.columnNames(columns.subList(keys, columns.size())),
        predicate == null ? null : PostgreSqlText.WORDS.unwrapped(predicate),
        row.getBoolean("nulls_not_distinct"),
        PgArrays.nullableStrings(row.getArray("reloptions")),
        row.getString("spcname"));
  }

  private List<Element> elements(ResultSet row, CatalogTable table, List<Integer> columns)
      throws SQLException {
    List<Integer> order = PgArrays.numbers(row.getString("indoption"));
    List<Long> classes = PgArrays.oids(row.getString("indclass"));
    List<Long> collated = PgArrays.oids(row.getString("indcollation"));
    List<@Nullable String> expressions = PgArrays.nullableStrings(row.getArray("expressions"));
    List<@Nullable String> options = PgArrays.nullableStrings(row.getArray("options"));
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = columns.get(i);
      boolean descending = (order.get(i) & DESCENDING) != 0;
      boolean nullsFirst = (order.get(i) & NULLS_FIRST) != 0;
      elements.add(
          new Element(
              column == 0
                  ? PostgreSqlText.WORDS.unwrapped(expressions.get(i))
                  : table.columns.get(column).name(),
              column == 0,
              descending,
              descending == nullsFirst ? null : nullsFirst ? Nulls.FIRST : Nulls.LAST,
              operatorClass(classes.get(i), options.isEmpty() ? null : options.get(i)),
              column == 0 && !isCollated(row.getString("definition"), expressions.get(i))
                  ? null
                  : collation(collated.get(i), table.collations.get(column))));
    }
    return elements;
  }

  /**
   * Whether a key names its collation; a collation that an expression takes from its columns is not
   * printed ({@code pg_get_indexdef_worker} in PostgreSQL's source).
   */
  private static boolean isCollated(String definition, String expression) {
    return definition.contains(expression + " COLLATE ");
  }

  private @Nullable String operatorClass(long oid, @Nullable String options) {
    OperatorClass operatorClass = operatorClasses.get(oid);
    if (options != null) {
      return operatorClass.name() + " (" + options + ")";
    }
    return operatorClass.isDefault() ? null : operatorClass.name();
  }

  private @Nullable String collation(long oid, @Nullable Long ofColumn) {
    long usual = ofColumn == null ? DEFAULT_COLLATION : ofColumn;
    return oid == 0 || oid == usual ? null : collations.get(oid);
  }
}
