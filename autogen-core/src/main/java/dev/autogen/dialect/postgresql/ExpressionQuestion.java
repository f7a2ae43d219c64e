package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An expression in the form in which the server is asked about it.
 *
 * @param alias the name of the table, if the expression mentions it
 * @param sql the expression in parentheses, cast to its column's type if it has one
 * @param columns the columns that it mentions, with their types in SQL
 */
record ExpressionQuestion(
    Expression expression, String alias, String sql, Map<String, String> columns) {

  private static final Map<String, String> SERIALS =
      Map.of("smallserial", "smallint", "serial", "integer", "bigserial", "bigint");

  static ExpressionQuestion of(Expression expression) {
    List<String> tokens = PostgreSqlText.WORDS.of(expression.sql());
    Set<String> words = tokens.stream().map(ExpressionQuestion::name).collect(Collectors.toSet());
    Map<String, String> columns = new TreeMap<>();
    if (expression.kind() != Kind.SERVER_DEFAULT) {
      for (Column column : expression.table().columns()) {
        if (words.contains(column.name().toLowerCase(Locale.ROOT))) {
          columns.put(column.name(), type(column.type()));
        }
      }
    }
    String table = expression.table().name().name();
    boolean namesTable = words.contains(table.toLowerCase(Locale.ROOT)) && tokens.contains(".");
    String sql = "(" + expression.sql() + "\n)";
    return new ExpressionQuestion(
        expression,
        namesTable ? table : "t",
        expression.column() == null ? sql : sql + "::" + type(expression.column().type()),
        columns);
  }

  /** The {@code FROM} clause for this question alone. */
  String source() {
    return source(alias, columns);
  }

  /** A function whose row has the columns, or an empty text if there are none. */
  static String source(String alias, Map<String, String> columns) {
    return columns.isEmpty()
        ? ""
        : columns.entrySet().stream()
            .map(column -> Identifiers.quote(column.getKey()) + " " + column.getValue())
            .collect(
                Collectors.joining(
                    ", ",
                    " from pg_catalog.jsonb_to_record('{}'::jsonb) as "
                        + Identifiers.quote(alias)
                        + "(",
                    ")"));
  }

  private static String name(String token) {
    String text =
        token.startsWith("\"") && token.length() > 1
            ? token.substring(1, token.length() - 1).replace("\"\"", "\"")
            : token;
    return text.toLowerCase(Locale.ROOT);
  }

  private static String type(SqlType type) {
    SqlType canonical = TypeNames.canonical(type);
    String plain = SERIALS.get(canonical.name());
    return TypeNames.sql(plain == null ? canonical : SqlType.of(plain));
  }
}
