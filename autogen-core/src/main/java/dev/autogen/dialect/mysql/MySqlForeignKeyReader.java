package dev.autogen.dialect.mysql;

import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads foreign keys. */
final class MySqlForeignKeyReader {

  private final MySqlCatalog catalog;

  MySqlForeignKeyReader(MySqlCatalog catalog) {
    this.catalog = catalog;
  }

  /** The foreign keys of the tables, by the table. */
  Map<QualifiedName, List<ForeignKey>> keys() throws SQLException {
    Map<List<String>, ForeignKey> rules = new HashMap<>();
    catalog.rows(
        "select constraint_schema, table_name, constraint_name, unique_constraint_schema,"
            + " referenced_table_name, delete_rule, update_rule, match_option"
            + " from information_schema.referential_constraints where constraint_schema%s",
        row ->
            rules.put(
                List.of(
                    row.getString("constraint_schema"),
                    row.getString("table_name"),
                    row.getString("constraint_name")),
                rule(row)));
    Map<List<String>, ForeignKey> keys = new LinkedHashMap<>();
    catalog.rows(
        "select table_schema, table_name, constraint_name, column_name, referenced_column_name"
            + " from information_schema.key_column_usage where table_schema%s"
            + " and referenced_table_name is not null"
            + " order by table_schema, table_name, constraint_name, ordinal_position",
        row -> {
          List<String> id =
              List.of(
                  row.getString("table_schema"),
                  row.getString("table_name"),
                  row.getString("constraint_name"));
          ForeignKey key = keys.getOrDefault(id, rules.get(id));
          return key == null ? null : keys.put(id, withColumn(key, row));
        });
    Map<QualifiedName, List<ForeignKey>> byTable = new HashMap<>();
    keys.forEach(
        (id, key) ->
            byTable
                .computeIfAbsent(catalog.name(id.get(0), id.get(1)), name -> new ArrayList<>())
                .add(key));
    return byTable;
  }

  private static ForeignKey withColumn(ForeignKey key, ResultSet row) throws SQLException {
    return key.withColumns(with(key.columns(), row.getString("column_name")))
        .withReferenced(
            key.referencedTable(),
            with(key.referencedColumns(), row.getString("referenced_column_name")));
  }

  private static List<String> with(List<String> names, String name) {
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return more;
  }

  private ForeignKey rule(ResultSet row) throws SQLException {
    return ForeignKey.of(
            row.getString("constraint_name"),
            List.of(),
            catalog.name(row, "unique_constraint_schema", "referenced_table_name"),
            List.of())
        .withOnDelete(action(row.getString("delete_rule")), List.of())
        .withOnUpdate(action(row.getString("update_rule")));
  }

  /** {@code RESTRICT} is what InnoDB does for {@code NO ACTION}, too. */
  private static Action action(String rule) {
    Action action = Action.valueOf(rule.replace(' ', '_'));
    return action == Action.RESTRICT ? Action.NO_ACTION : action;
  }
}
