package dev.autogen.dialect.h2;

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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks H2 how it prints expressions, in a database in memory with the same settings, so that the
 * database itself is left alone. Each expression is declared where it stands, and read back.
 */
final class H2ExpressionRules implements ExpressionRules {

  private final H2Names names;
  private final H2ColumnSql columns;
  private final H2Expressions expressions;

  H2ExpressionRules(H2Names names) {
    this.names = names;
    this.columns = new H2ColumnSql(names);
    this.expressions = new H2Expressions(names.text());
  }

  @Override
  public Map<Expression, String> inDatabaseWords(Connection connection, List<Expression> asked)
      throws SQLException {
    Map<Expression, String> words = new LinkedHashMap<>();
    if (asked.isEmpty()) {
      return words;
    }
    try (Connection memory = H2Memory.open(connection, H2Mode.url(H2Mode.of(connection)))) {
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

  /** Creates the table with plain columns, in a schema of its own, so that its name stays free. */
  private String create(Connection memory, Table table, int number) throws SQLException {
    String schema = "autogen_" + number;
    H2ExecutionRules.execute(memory, "create schema " + names.quote(schema));
    H2ExecutionRules.execute(memory, "set schema " + names.quote(schema));
    StringBuilder sql =
        new StringBuilder("create table " + names.quote(table.name().name()) + " (");
    String separator = "";
    for (Column column : table.columns()) {
      SqlType type = column.type();
      boolean known = H2Types.isBuiltIn(type) && !type.isUnknown();
      Column plain = Column.of(column.name(), known ? type : SqlType.of("varchar"));
      sql.append(separator).append(columns.definition(plain));
      separator = ", ";
    }
    H2ExecutionRules.execute(memory, sql + ")");
    return schema;
  }

  private Optional<String> word(Connection memory, String schema, Expression expression)
      throws SQLException {
    H2ExecutionRules.execute(memory, "set schema " + names.quote(schema));
    String table = names.quote(expression.table().name().name());
    Column column = expression.column();
    try {
      if (expression.kind() == Kind.CHECK) {
        H2ExecutionRules.execute(
            memory,
            "alter table "
                + table
                + " add constraint autogen_check check ("
                + expression.sql()
                + ")");
        @Nullable String found =
            text(
                memory,
                "select CHECK_CLAUSE from INFORMATION_SCHEMA.CHECK_CONSTRAINTS"
                    + " where CONSTRAINT_SCHEMA = current_schema");
        H2ExecutionRules.execute(memory, "alter table " + table + " drop constraint autogen_check");
        return Optional.ofNullable(found).map(expressions::readable);
      } else if (column == null) {
        return Optional.empty();
      }
      boolean generated = expression.kind() == Kind.GENERATED;
      Column asked = Column.of("autogen_column", typeOf(column));
      H2ExecutionRules.execute(
          memory,
          "alter table "
              + table
              + " add column "
              + columns.definition(asked)
              + (generated ? " generated always as (" : " default ")
              + expression.sql()
              + (generated ? ")" : ""));
      @Nullable String found =
          text(
              memory,
              "select coalesce(GENERATION_EXPRESSION, COLUMN_DEFAULT) from"
                  + " INFORMATION_SCHEMA.COLUMNS where TABLE_SCHEMA = current_schema and"
                  + " upper(COLUMN_NAME) = 'AUTOGEN_COLUMN'");
      H2ExecutionRules.execute(memory, "alter table " + table + " drop column autogen_column");
      return Optional.ofNullable(found).map(this::withoutPrecision);
    } catch (SQLException e) {
      return Optional.empty(); // H2 does not accept it
    }
  }

  private static SqlType typeOf(Column column) {
    return H2Types.isBuiltIn(column.type()) ? column.type() : SqlType.of("varchar");
  }

  /** The present time means the same with any precision, because the column has its own. */
  private String withoutPrecision(String printed) {
    String readable = expressions.readable(printed);
    return readable.replaceAll(
        "(?i)^(localtimestamp|current_timestamp|localtime|current_time)(\\(\\d\\))?$", "$1");
  }

  private static @Nullable String text(Connection memory, String query) throws SQLException {
    try (Statement statement = memory.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  @Override
  public Set<SqlType> unknownTypes(Connection connection, Set<SqlType> types) throws SQLException {
    Set<SqlType> unknown = new HashSet<>();
    try (Connection memory = H2Memory.open(connection, H2Mode.url(H2Mode.of(connection)))) {
      for (SqlType type : types) {
        if (type.schema() != null || type.isUnknown()) {
          continue;
        }
        try {
          H2ExecutionRules.execute(memory, "create table t (c " + names.sql(type) + ")");
          H2ExecutionRules.execute(memory, "drop table t");
        } catch (SQLException e) {
          unknown.add(type);
        }
      }
    }
    return unknown;
  }
}
