package dev.autogen.dialect.mysql;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.Token;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads checks, and which columns of MariaDB hold JSON: those with a check of their own for it. */
final class MySqlCheckReader {

  private final Map<QualifiedName, List<CheckConstraint>> checks = new HashMap<>();
  private final Map<QualifiedName, Set<String>> documents = new HashMap<>();

  MySqlCheckReader(MySqlCatalog catalog, Server server) throws SQLException {
    if (server.isMariaDb()) {
      catalog.rows(
          "select constraint_schema, table_name, constraint_name, level, check_clause from"
              + " information_schema.check_constraints where constraint_schema%s"
              + " order by constraint_name",
          row -> {
            QualifiedName table = catalog.name(row, "constraint_schema", "table_name");
            String name = row.getString("constraint_name");
            boolean ofColumn = "Column".equalsIgnoreCase(row.getString("level"));
            String expression = MySqlExpressions.readable(row.getString("check_clause"));
            if (ofColumn && isJson(expression, name)) {
              return documents.computeIfAbsent(table, key -> new HashSet<>()).add(name);
            }
            return add(table, CheckConstraint.of(name, ofColumn ? name : null, expression));
          });
    } else {
      // A unique key may have the same name.
      catalog.rows(
          "select c.constraint_schema, t.table_name, c.constraint_name, t.enforced,"
              + " c.check_clause from information_schema.check_constraints c"
              + " join information_schema.table_constraints t"
              + " on t.constraint_schema = c.constraint_schema"
              + " and t.constraint_name = c.constraint_name and t.constraint_type = 'CHECK'"
              + " where c.constraint_schema%s order by c.constraint_name",
          row ->
              add(
                  catalog.name(row, "constraint_schema", "table_name"),
                  CheckConstraint.of(
                          row.getString("constraint_name"),
                          MySqlExpressions.readable(
                              MySqlExpressions.unescaped(row.getString("check_clause"))))
                      .withEnforcement(
                          "NO".equals(row.getString("enforced"))
                              ? Enforcement.NOT_ENFORCED
                              : Enforcement.ENFORCED)));
    }
  }

  private boolean add(QualifiedName table, CheckConstraint check) {
    return checks.computeIfAbsent(table, key -> new ArrayList<>()).add(check);
  }

  /** {@code json_valid(c)}, which MariaDB adds to a column of type {@code json}. */
  private static boolean isJson(String expression, String column) {
    List<Token> tokens = MySqlText.RULES.tokens(expression);
    return tokens.size() == 5
        && tokens.get(0).isWord("json_valid")
        && tokens.get(2).isIdentifier()
        && MySqlText.RULES.name(tokens.get(2)).equalsIgnoreCase(column);
  }

  List<CheckConstraint> checks(QualifiedName table) {
    return checks.getOrDefault(table, List.of());
  }

  boolean isDocument(QualifiedName table, String column) {
    return documents.getOrDefault(table, Set.of()).contains(column);
  }
}
