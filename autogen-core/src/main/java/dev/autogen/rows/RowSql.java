package dev.autogen.rows;

import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RowRules.Column;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.TextRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The SQL that reads and writes rows, with names and values quoted for the database.
 *
 * @param ownNumbers what lets an {@code insert} bring numbers for identity columns; may be empty
 */
record RowSql(TextRules text, String ownNumbers) {

  static RowSql of(RowRules rules) {
    return new RowSql(rules.text(), rules.withOwnNumbers());
  }

  String quoted(String name) {
    return text.names().quoted(name);
  }

  String quoted(QualifiedName name) {
    return text.names().quoted(name.schema(), name.name());
  }

  String list(List<String> names) {
    return names.stream().map(this::quoted).collect(Collectors.joining(", "));
  }

  /** A value that was read as text. */
  String literal(String value) {
    return text.literal(value);
  }

  static String cast(String expression, String type) {
    return expression.equals(ColumnGroup.NULL)
        ? ColumnGroup.NULL
        : "cast(" + expression + " as " + type + ")";
  }

  /** Inserts rows that have values for the same columns; the database fills the others. */
  String insert(Table table, List<Map<String, String>> rows) {
    List<Column> columns =
        table.columns().stream().filter(each -> rows.get(0).containsKey(each.name())).toList();
    if (columns.isEmpty()) {
      return "insert into " + quoted(table.name()) + " default values";
    }
    return "insert into "
        + quoted(table.name())
        + " ("
        + list(columns.stream().map(Column::name).toList())
        + ") "
        + (ownNumbers.isEmpty() ? "" : ownNumbers + " ")
        + "values "
        + rows.stream().map(row -> values(columns, row)).collect(Collectors.joining(",\n"));
  }

  private static String values(List<Column> columns, Map<String, String> row) {
    return columns.stream()
        .map(column -> cast(row.getOrDefault(column.name(), ColumnGroup.NULL), column.type()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Reads columns of the rows that have a value in each of them, sorted by these values. */
  String selectPresent(QualifiedName table, List<String> columns) {
    return "select "
        + list(columns)
        + " from "
        + quoted(table)
        + " where "
        + columns.stream().map(each -> quoted(each) + " is not null").collect(and())
        + " order by "
        + list(columns);
  }

  /** Sets columns of the row with that key, or of all rows where the key is empty. */
  String update(Table table, Map<String, String> values, Map<String, String> key) {
    return "update "
        + quoted(table.name())
        + " set "
        + values.keySet().stream()
            .map(name -> assignment(table, name, values))
            .collect(Collectors.joining(", "))
        + (key.isEmpty() ? "" : " where ")
        + key.keySet().stream().map(name -> assignment(table, name, key)).collect(and());
  }

  private String assignment(Table table, String name, Map<String, String> values) {
    String type = table.column(name).orElseThrow().type();
    return quoted(name) + " = " + cast(values.getOrDefault(name, ColumnGroup.NULL), type);
  }

  private static java.util.stream.Collector<CharSequence, ?, String> and() {
    return Collectors.joining(" and ");
  }
}
