package dev.autogen.rows;

import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RowRules.Column;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.NameRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The SQL that reads and writes rows, with names and values quoted for the database. */
record RowSql(RowRules rules) {

  private NameRules names() {
    return rules.text().names();
  }

  String quoted(String name) {
    return names().quoted(name);
  }

  String quoted(QualifiedName name) {
    return names().quoted(name.schema(), name.name());
  }

  String list(List<String> names) {
    return names.stream().map(this::quoted).collect(Collectors.joining(", "));
  }

  /** An expression as a value of a column; null needs no type. */
  String cast(String expression, String type) {
    return expression.equals(ColumnGroup.NULL) ? ColumnGroup.NULL : rules.cast(expression, type);
  }

  /** Inserts rows that have values for the same columns; the database fills the others. */
  String insert(Table table, List<Map<String, String>> rows) {
    List<Column> columns =
        table.columns().stream().filter(each -> rows.get(0).containsKey(each.name())).toList();
    if (columns.isEmpty()) {
      return "insert into " + quoted(table.name()) + " " + rules.withoutValues();
    }
    return "insert into "
        + quoted(table.name())
        + " ("
        + list(columns.stream().map(Column::name).toList())
        + ") "
        + (rules.withOwnNumbers().isEmpty() ? "" : rules.withOwnNumbers() + " ")
        + "values "
        + rows.stream().map(row -> values(columns, row)).collect(Collectors.joining(",\n"));
  }

  private String values(List<Column> columns, Map<String, String> row) {
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

  /** Deletes the rows whose foreign key leads to no row. */
  String deleteOrphans(Table table, RowRules.Reference reference, QualifiedName parent) {
    String own = quoted(table.name()) + ".";
    List<String> conditions = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (int i = 0; i < reference.columns().size(); i++) {
      String column = own + quoted(reference.columns().get(i));
      conditions.add(column + " is not null");
      same.add("p." + quoted(reference.referencedColumns().get(i)) + " = " + column);
    }
    return "delete from "
        + quoted(table.name())
        + " where "
        + String.join(" and ", conditions)
        // MySQL reads the table from which it deletes in a query of its own alone.
        + " and not exists (select 1 from (select "
        + list(reference.referencedColumns())
        + " from "
        + quoted(parent)
        + ") p where "
        + String.join(" and ", same)
        + ")";
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
