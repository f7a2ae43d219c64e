package dev.autogen.dialect.mysql;

import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads columns and their types. */
final class MySqlColumnReader {

  private static final Pattern ON_UPDATE = Pattern.compile("(?i)on update (\\S+)");

  private final MySqlCatalog catalog;
  private final Server server;
  private final MySqlCheckReader checks;
  private final Map<QualifiedName, String> tableCollations;

  MySqlColumnReader(
      MySqlCatalog catalog,
      Server server,
      MySqlCheckReader checks,
      Map<QualifiedName, String> tableCollations) {
    this.catalog = catalog;
    this.server = server;
    this.checks = checks;
    this.tableCollations = tableCollations;
  }

  /** The columns of the tables, by the table. */
  Map<QualifiedName, List<Column>> columns() throws SQLException {
    Map<QualifiedName, List<Column>> columns = new LinkedHashMap<>();
    catalog.rows(
        "select table_schema, table_name, column_name, column_type, is_nullable, column_default,"
            + " extra, generation_expression, collation_name, column_comment"
            + " from information_schema.columns where table_schema%s"
            + " order by table_schema, table_name, ordinal_position",
        row -> {
          QualifiedName table = catalog.name(row, "table_schema", "table_name");
          return columns.computeIfAbsent(table, key -> new ArrayList<>()).add(column(table, row));
        });
    return columns;
  }

  private Column column(QualifiedName table, ResultSet row) throws SQLException {
    String name = row.getString("column_name");
    boolean document = checks.isDocument(table, name);
    SqlType type =
        document
            ? SqlType.of("json")
            : MySqlTypes.canonical(SqlType.parse(row.getString("column_type")));
    @Nullable String generated = row.getString("generation_expression");
    @Nullable String collation = row.getString("collation_name");
    String extra = String.valueOf(row.getString("extra")).toLowerCase(Locale.ROOT);
    boolean computed = generated != null && !generated.isEmpty();
    return new Column(
        name,
        type,
        "YES".equals(row.getString("is_nullable")),
        computed ? null : MySqlDefaults.canonical(type, serverDefault(row, type, extra)),
        extra.contains("auto_increment") ? Identity.byDefault() : null,
        computed ? new Generated(printed(generated), extra.contains("stored")) : null,
        document || collation == null || collation.equals(tableCollations.get(table))
            ? null
            : collation,
        row.getString("column_comment"));
  }

  private String printed(String text) {
    return MySqlExpressions.readable(server.isMariaDb() ? text : MySqlExpressions.unescaped(text));
  }

  /** MySQL's catalog holds the value of a constant, MariaDB's the SQL of it. */
  private @Nullable String serverDefault(ResultSet row, SqlType type, String extra)
      throws SQLException {
    @Nullable String text = row.getString("column_default");
    String value = "";
    if (text != null && server.isMariaDb()) {
      value = text.equals("NULL") ? "" : MySqlExpressions.readable(text);
    } else if (text != null) {
      value =
          extra.contains("default_generated")
              ? MySqlExpressions.readable(MySqlExpressions.unescaped(text))
              : isBare(type) ? text : MySqlNames.literal(text);
    }
    Matcher update = ON_UPDATE.matcher(extra);
    return update.find() ? value + " on update " + update.group(1) : value;
  }

  private static boolean isBare(SqlType type) {
    MySqlTypeFamily family = MySqlTypeFamily.of(type);
    return family.isNumber() || family == MySqlTypeFamily.BIT || family == MySqlTypeFamily.YEAR;
  }
}
