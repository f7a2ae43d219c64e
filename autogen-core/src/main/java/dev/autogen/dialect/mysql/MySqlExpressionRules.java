package dev.autogen.dialect.mysql;

import dev.autogen.dialect.ExpressionRules;
import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.Generated;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the server how it prints expressions. Each is declared in a temporary table with the columns
 * of its own, which is printed and dropped: that commits nothing, and needs the right to create
 * temporary tables alone.
 */
final class MySqlExpressionRules implements ExpressionRules {

  private static final String NAME = "autogen_expressions";

  private final KnownServer server;

  MySqlExpressionRules(KnownServer server) {
    this.server = server;
  }

  @Override
  public Map<Expression, String> inDatabaseWords(Connection connection, List<Expression> asked)
      throws SQLException {
    Map<Table, List<Expression>> byTable = new LinkedHashMap<>();
    asked.forEach(
        each -> byTable.computeIfAbsent(each.table(), key -> new ArrayList<>()).add(each));
    Map<Expression, String> words = new LinkedHashMap<>();
    if (asked.isEmpty()) {
      return words;
    }
    Server known = server.of(connection);
    try {
      for (List<Expression> group : byTable.values()) {
        if (!ask(connection, group, known, words)) {
          // One of them is refused: each is asked alone.
          for (Expression each : group) {
            ask(connection, List.of(each), known, words);
          }
        }
      }
    } catch (SQLException e) {
      if (!new MySqlExecutionRules(server).isForbidden(e)) {
        throw e;
      }
      words.clear(); // the user may not create temporary tables
    }
    return words;
  }

  private static boolean ask(
      Connection connection, List<Expression> group, Server known, Map<Expression, String> words)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(definition(group, known));
      try (ResultSet row = statement.executeQuery("show create table " + NAME)) {
        row.next();
        Map<String, String> parts = ShownTable.parts(row.getString(2));
        for (int i = 0; i < group.size(); i++) {
          String part = parts.get(name(i));
          if (part != null) {
            words.put(group.get(i), part);
          }
        }
      }
      return true;
    } catch (SQLException e) {
      if (new MySqlExecutionRules(new KnownServer(known)).isForbidden(e)
          || e.getSQLState() != null && e.getSQLState().startsWith("08")) {
        throw e;
      }
      return false;
    } finally {
      MySqlExecutionRules.execute(connection, "drop temporary table if exists " + NAME);
    }
  }

  private static String name(int number) {
    return "autogen_" + number;
  }

  private static String definition(List<Expression> group, Server known) {
    MySqlColumnSql columns = new MySqlColumnSql(known);
    List<String> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Column column : group.get(0).table().columns()) {
      if (names.add(column.name())) {
        boolean unknown = column.type().isUnknown() || column.type().schema() != null;
        SqlType type = unknown ? SqlType.of("varchar", 255) : column.type();
        parts.add(
            columns.definition(Column.of(column.name(), type).withCollation(column.collation())));
      }
    }
    for (int i = 0; i < group.size(); i++) {
      parts.add(part(group.get(i), name(i), columns));
    }
    return "create temporary table " + NAME + " (" + String.join(", ", parts) + ")";
  }

  private static String part(Expression expression, String name, MySqlColumnSql columns) {
    Column column = expression.column();
    if (expression.kind() == Kind.CHECK) {
      return "constraint " + name + " check (" + expression.sql() + ")";
    } else if (expression.kind() == Kind.INDEX_KEY || column == null) {
      return "index " + name + " ((" + expression.sql() + "))";
    }
    Column plain = Column.of(name, column.type()).withCollation(column.collation());
    return columns.definition(
        expression.kind() == Kind.GENERATED
            ? plain.withGenerated(new Generated(expression.sql(), false))
            : plain.withServerDefault(expression.sql()));
  }

  @Override
  public Set<SqlType> unknownTypes(Connection connection, Set<SqlType> types) throws SQLException {
    Set<SqlType> unknown = new HashSet<>();
    for (SqlType type : types) {
      if (type.schema() != null || type.isUnknown()) {
        continue;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("create temporary table " + NAME + " (c " + MySqlNames.sql(type) + ")");
        statement.execute("drop temporary table " + NAME);
      } catch (SQLException e) {
        if (new MySqlExecutionRules(server).isForbidden(e)) {
          return Set.of();
        }
        unknown.add(type);
      }
    }
    return unknown;
  }
}
