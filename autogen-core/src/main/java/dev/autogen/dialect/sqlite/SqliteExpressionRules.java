package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.ExpressionRules;
import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks SQLite what expressions mean, in a database in memory with the same columns. It prints none,
 * but the program into which it translates one tells it apart from others (manual, opcode). A
 * constant default is compared by the value that a row gets.
 */
final class SqliteExpressionRules implements ExpressionRules {

  @Override
  public Map<Expression, String> inDatabaseWords(Connection connection, List<Expression> asked)
      throws SQLException {
    Map<Expression, String> words = new LinkedHashMap<>();
    if (asked.isEmpty()) {
      return words;
    }
    try (Connection memory = SqliteMemory.open(connection)) {
      Map<Table, String> tables = new HashMap<>();
      for (Expression expression : asked) {
        String table = tables.get(expression.table());
        if (table == null) {
          table = create(memory, expression.table(), tables.size());
          tables.put(expression.table(), table);
        }
        word(memory, table, expression).ifPresent(word -> words.put(expression, word));
      }
    }
    return words;
  }

  /** Creates the table with plain columns, in a database of its own, so that its name is free. */
  private static String create(Connection memory, Table table, int number) throws SQLException {
    String name = "autogen_" + number;
    StringBuilder sql = new StringBuilder("create table " + name + " (");
    String separator = "";
    for (Column column : table.columns()) {
      Column plain = Column.of(column.name(), column.type()).withCollation(column.collation());
      sql.append(separator).append(Definitions.definition(plain, false));
      separator = ", ";
    }
    SqliteMemory.execute(memory, sql + ")");
    return name;
  }

  private static Optional<String> word(Connection memory, String table, Expression expression) {
    try {
      String sql = SqliteText.RULES.words().unwrapped(expression.sql());
      Column column = expression.column();
      boolean constant = Literals.isConstant(sql);
      if (expression.kind() == Kind.SERVER_DEFAULT && column != null && constant) {
        return Optional.of(value(memory, column.type(), sql));
      }
      return Optional.of(program(memory, table, expression, sql));
    } catch (SQLException e) {
      return Optional.empty(); // SQLite does not accept it
    }
  }

  private static String value(Connection memory, SqlType type, String sql) throws SQLException {
    SqliteMemory.execute(memory, "drop table if exists autogen_default");
    SqliteMemory.execute(
        memory,
        "create table autogen_default (c " + SqliteTypes.sql(type) + " default " + sql + ")");
    SqliteMemory.execute(memory, "insert into autogen_default default values");
    try (Statement statement = memory.createStatement();
        ResultSet row = statement.executeQuery("select quote(c) from autogen_default")) {
      row.next();
      return row.getString(1);
    }
  }

  private static String program(Connection memory, String table, Expression expression, String sql)
      throws SQLException {
    String name = SqliteText.quote(expression.table().name().name());
    String from = " from " + table + " as " + name;
    StringBuilder program = new StringBuilder();
    try (Statement statement = memory.createStatement();
        ResultSet row = statement.executeQuery("explain select (" + sql + ")" + from)) {
      while (row.next()) {
        program.append(row.getString("opcode"));
        for (String part : List.of("p1", "p2", "p3", "p4", "p5")) {
          program.append(' ').append(row.getString(part));
        }
        program.append('\n');
      }
    }
    return program.toString();
  }

  /** Any word is a type. */
  @Override
  public Set<SqlType> unknownTypes(Connection connection, Set<SqlType> types) {
    return Set.of();
  }
}
