package dev.autogen.dialect.h2;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.sql.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the constraints of tables. The columns are taken from the statements that H2 prints: after
 * a column was renamed, {@code KEY_COLUMN_USAGE} still has its former name.
 */
final class H2ConstraintReader {

  /** The actions and the referenced key of a foreign key. */
  private record Rules(Action onDelete, Action onUpdate, String unique) {}

  private final H2Catalog catalog;
  private final H2Names names;
  private final H2Expressions expressions;
  private final Map<QualifiedName, Rules> rules = new HashMap<>();
  private final Map<QualifiedName, String> checks = new HashMap<>();

  H2ConstraintReader(H2Catalog catalog, H2Names names) {
    this.catalog = catalog;
    this.names = names;
    this.expressions = new H2Expressions(names.text());
  }

  /** The constraints of the tables, by the table. */
  Map<QualifiedName, List<Constraint>> constraints() throws SQLException {
    catalog.rows(
        "constraint_schema, constraint_name, delete_rule, update_rule, unique_constraint_name",
        "referential_constraints where constraint_schema%s",
        row ->
            rules.put(
                catalog.name(row, "constraint_schema", "constraint_name"),
                new Rules(
                    action(row.getString("delete_rule")),
                    action(row.getString("update_rule")),
                    catalog.name(row, "unique_constraint_name"))));
    catalog.rows(
        "constraint_schema, constraint_name, check_clause",
        "check_constraints where constraint_schema%s",
        row ->
            checks.put(
                catalog.name(row, "constraint_schema", "constraint_name"),
                expressions.readable(row.getString("check_clause"))));
    Map<QualifiedName, List<Constraint>> constraints = new HashMap<>();
    catalog.rows(
        "constraint_schema, constraint_name, constraint_type, table_schema, table_name,"
            + " nulls_distinct, db_object_sql('CONSTRAINT', constraint_schema, constraint_name)"
            + " as statement",
        "table_constraints where table_schema%s order by constraint_name",
        row ->
            constraints
                .computeIfAbsent(
                    catalog.name(row, "table_schema", "table_name"), key -> new ArrayList<>())
                .add(constraint(row)));
    return constraints;
  }

  private static Action action(String rule) {
    return Action.valueOf(rule.replace(' ', '_'));
  }

  private Constraint constraint(ResultSet row) throws SQLException {
    QualifiedName name = catalog.name(row, "constraint_schema", "constraint_name");
    String type = row.getString("constraint_type");
    if (type.equals("CHECK")) {
      return CheckConstraint.of(name.name(), checks.getOrDefault(name, "true"));
    }
    List<Token> tokens = names.text().tokens(H2Text.plain(row.getString("statement")));
    int[] at = {open(tokens, 0)};
    List<String> columns = columns(tokens, at);
    return switch (type) {
      case "PRIMARY KEY" -> PrimaryKey.of(name.name(), columns);
      case "UNIQUE" ->
          UniqueConstraint.of(name.name(), columns)
              .withNullsNotDistinct("NO".equals(row.getString("nulls_distinct")));
      default -> foreignKey(name, columns, tokens, at);
    };
  }

  private ForeignKey foreignKey(
      QualifiedName name, List<String> columns, List<Token> tokens, int[] at) {
    while (!tokens.get(at[0]).isWord("references")) {
      at[0]++;
    }
    int open = open(tokens, at[0]);
    String schema = tokens.get(open - 3).text();
    QualifiedName referenced = catalog.name(schema, tokens.get(open - 1).text());
    at[0] = open;
    List<String> referencedColumns = columns(tokens, at);
    Rules own = rules.get(name);
    return new ForeignKey(
        name.name(),
        columns,
        referenced,
        referencedColumns,
        own.onDelete(),
        List.of(),
        own.onUpdate(),
        false,
        false,
        Deferral.NOT_DEFERRABLE,
        Enforcement.ENFORCED,
        own.unique(),
        false);
  }

  private static int open(List<Token> tokens, int from) {
    int i = from;
    while (!tokens.get(i).isSymbol('(')) {
      i++;
    }
    return i;
  }

  /** The names in the parentheses that open at a place, which moves behind them. */
  private List<String> columns(List<Token> tokens, int[] at) {
    List<String> columns = new ArrayList<>();
    for (at[0]++; !tokens.get(at[0]).isSymbol(')'); at[0]++) {
      if (tokens.get(at[0]).isIdentifier()) {
        columns.add(names.text().name(tokens.get(at[0])));
      }
    }
    return columns;
  }
}
