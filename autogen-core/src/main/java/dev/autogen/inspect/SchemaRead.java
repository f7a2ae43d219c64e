package dev.autogen.inspect;

import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.schema.Column;
import dev.autogen.schema.Index.Element;
import dev.autogen.schema.QualifiedName;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One schema, read by one call for each kind of row where the driver allows that. */
final class SchemaRead {

  private static final Set<String> TABLES = Set.of("TABLE", "BASE TABLE", "PARTITIONED TABLE");
  private static final String[] TYPES = {
    "TABLE", "BASE TABLE", "PARTITIONED TABLE", "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE"
  };

  /** Asks for the rows of one table, or of all where the name is null. */
  @FunctionalInterface
  private interface Question {
    ResultSet ask(@Nullable String table) throws SQLException;
  }

  /** Takes a row of a table. */
  @FunctionalInterface
  private interface Taker {
    void take(JdbcTable table, ResultSet row) throws SQLException;
  }

  private final DatabaseMetaData metaData;
  private final @Nullable String catalog;
  private final @Nullable String schema;
  private final @Nullable String defaultSchema;
  private final InspectionScope scope;
  private final Map<String, JdbcTable> tables = new TreeMap<>();

  SchemaRead(
      DatabaseMetaData metaData,
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String defaultSchema,
      InspectionScope scope) {
    this.metaData = metaData;
    this.catalog = catalog;
    this.schema = schema;
    this.defaultSchema = defaultSchema;
    this.scope = scope;
  }

  void read(Map<QualifiedName, JdbcTable> found, List<LeftOut> leftOut) throws SQLException {
    tables(leftOut);
    try (ResultSet rows = metaData.getColumns(catalog, pattern(schema), "%", "%")) {
      while (rows.next()) {
        JdbcTable table = tables.get(rows.getString("TABLE_NAME"));
        if (table != null && isOfSchema(rows.getString("TABLE_SCHEM"))) {
          int position = rows.getInt("ORDINAL_POSITION");
          table.columns.put(position, JdbcColumns.column(rows));
        }
      }
    }
    each("TABLE_NAME", table -> metaData.getPrimaryKeys(catalog, schema, table), this::primaryKey);
    each(
        "FKTABLE_NAME", table -> metaData.getImportedKeys(catalog, schema, table), this::reference);
    each(
        "TABLE_NAME",
        table -> metaData.getIndexInfo(catalog, schema, table, false, true),
        SchemaRead::index);
    tables.values().forEach(table -> found.put(table.name, table));
  }

  private void tables(List<LeftOut> leftOut) throws SQLException {
    try (ResultSet rows = metaData.getTables(catalog, pattern(schema), "%", TYPES)) {
      while (rows.next()) {
        if (!isOfSchema(rows.getString("TABLE_SCHEM"))) {
          continue;
        }
        String name = rows.getString("TABLE_NAME");
        String type = rows.getString("TABLE_TYPE");
        QualifiedName qualified = name(schema, name);
        boolean isTable = TABLES.contains(type);
        String reason = isTable ? scope.reasonToLeaveOut(name) : "not a table";
        if (reason == null) {
          tables.put(name, new JdbcTable(qualified, rows.getString("REMARKS")));
        } else {
          String kind = isTable ? "table" : type.toLowerCase(Locale.ROOT);
          leftOut.add(new LeftOut(kind, qualified.toString(), reason));
        }
      }
    }
  }

  private void primaryKey(JdbcTable table, ResultSet row) throws SQLException {
    table.keyName = row.getString("PK_NAME");
    table.keyColumns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
  }

  private void reference(JdbcTable table, ResultSet row) throws SQLException {
    String name = row.getString("FK_NAME");
    int position = row.getInt("KEY_SEQ");
    String key = name == null ? "#" + (table.foreignKeys.size() + (position == 1 ? 1 : 0)) : name;
    JdbcForeignKey foreignKey = table.foreignKeys.get(key);
    if (foreignKey == null) {
      QualifiedName referenced =
          name(row.getString("PKTABLE_SCHEM"), row.getString("PKTABLE_NAME"));
      foreignKey =
          new JdbcForeignKey(
              name,
              referenced,
              row.getInt("DELETE_RULE"),
              row.getInt("UPDATE_RULE"),
              row.getInt("DEFERRABILITY"));
      table.foreignKeys.put(key, foreignKey);
    }
    foreignKey.columns.put(position, row.getString("FKCOLUMN_NAME"));
    foreignKey.referencedColumns.put(position, row.getString("PKCOLUMN_NAME"));
  }

  private static void index(JdbcTable table, ResultSet row) throws SQLException {
    String name = row.getString("INDEX_NAME");
    String text = row.getString("COLUMN_NAME");
    if (name == null
        || text == null
        || row.getShort("TYPE") == DatabaseMetaData.tableIndexStatistic) {
      return;
    }
    JdbcIndex index = table.indexes.get(name);
    if (index == null) {
      index = new JdbcIndex(name, !row.getBoolean("NON_UNIQUE"), row.getString("FILTER_CONDITION"));
      table.indexes.put(name, index);
    }
    String column = column(table, text);
    boolean descending = "D".equals(row.getString("ASC_OR_DESC"));
    index.elements.put(
        row.getInt("ORDINAL_POSITION"),
        new Element(column == null ? text : column, column == null, descending, null, null, null));
  }

  /** The column that a key of an index names, which drivers quote or half quote; null for none. */
  private static @Nullable String column(JdbcTable table, String text) {
    for (Column column : table.columns.values()) {
      String doubled = column.name().replace("\"", "\"\"");
      if (List.of(column.name(), doubled, "\"" + doubled + "\"").contains(text)) {
        return column.name();
      }
    }
    return null;
  }

  /**
   * Gives the rows of all tables to the taker. JDBC asks for a table's name; many drivers take null
   * for all, and the others are asked table by table.
   */
  private void each(String tableColumn, Question question, Taker taker) throws SQLException {
    int taken = 0;
    try (ResultSet rows = question.ask(null)) {
      taken = take(rows, tableColumn, taker);
    } catch (SQLException | NullPointerException needsTable) {
      taken = 0;
    }
    if (taken == 0) {
      for (String table : tables.keySet()) {
        try (ResultSet rows = question.ask(table)) {
          take(rows, tableColumn, taker);
        }
      }
    }
  }

  private int take(ResultSet rows, String tableColumn, Taker taker) throws SQLException {
    int count = 0;
    while (rows.next()) {
      count++;
      JdbcTable table = tables.get(rows.getString(tableColumn));
      if (table != null) {
        taker.take(table, rows);
      }
    }
    return count;
  }

  private boolean isOfSchema(@Nullable String found) {
    return schema == null || schema.equals(found);
  }

  private QualifiedName name(@Nullable String ofSchema, String name) {
    String usual = defaultSchema == null ? schema : defaultSchema;
    return new QualifiedName(ofSchema == null || ofSchema.equals(usual) ? null : ofSchema, name);
  }

  /** The name as a pattern that fits it alone. */
  private @Nullable String pattern(@Nullable String name) throws SQLException {
    String escape = metaData.getSearchStringEscape();
    return name == null || escape == null
        ? name
        : name.replace(escape, escape + escape)
            .replace("_", escape + "_")
            .replace("%", escape + "%");
  }
}
