package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites expressions that {@code pg_get_expr} printed into the form that a person writes: {@code
 * status in ('A', 'B')} for {@code (status)::text = ANY ((ARRAY['A'::character varying,
 * …])::text[])}.
 *
 * <p>The rewritten form gives the catalog the same expression again when it is declared; the
 * printed form does not.
 */
final class ExpressionSimplifier {

  private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "char");
  private static final Set<String> COMPARISONS =
      Set.of("=", "<>", "<", ">", "<=", ">=", "!=", "~~", "!~~", "~", "~*", "!~", "!~~*", "~~*");

  private final Set<String> varchars = new HashSet<>();

  private ExpressionSimplifier(Table table) {
    for (Column column : table.columns()) {
      SqlType type = TypeNames.canonical(column.type());
      if (type.name().equals("varchar") && type.dimensions() == 0) {
        varchars.add(Identifiers.quote(column.name()));
      }
    }
  }

  static Table of(Table table) {
    ExpressionSimplifier spelling = new ExpressionSimplifier(table);
    return table
        .withConstraints(table.constraints().stream().map(spelling::constraint).toList())
        .withIndexes(
            table.indexes().stream()
                .map(index -> spelling.index(IndexKeys.canonical(table, index)))
                .toList());
  }

  /** A default without the cast to its column's own type; null if the default is null. */
  static @Nullable String serverDefault(@Nullable String sql, SqlType type) {
    if (sql == null || sql.isBlank() || PostgreSqlText.WORDS.normal(sql).equals("null")) {
      return null;
    }
    List<String> tokens = PostgreSqlText.WORDS.of(sql);
    if (tokens.size() > 2 && tokens.get(0).startsWith("'") && tokens.get(1).equals("::")) {
      String cast = sql.substring(sql.indexOf("::", sql.lastIndexOf('\'')) + 2);
      SqlType castType = TypeNames.canonical(SqlType.parse(cast));
      if (PostgreSqlText.WORDS.normal(sql).equals(tokens.get(0))
          && castType.withArguments(List.of()).equals(type.withArguments(List.of()))) {
        return tokens.get(0);
      }
    }
    return sql.strip();
  }

  private Constraint constraint(Constraint constraint) {
    return constraint instanceof CheckConstraint check
        ? check.withExpression(simplified(check.expression()))
        : constraint;
  }

  private Index index(Index index) {
    return index.predicate() == null ? index : index.withPredicate(simplified(index.predicate()));
  }

  private String simplified(String sql) {
    if (!sql.contains("::") && !sql.contains("ARRAY[")) {
      return sql;
    }
    List<String> tokens = operators(PostgreSqlText.WORDS.of(sql));
    List<String> plain = withoutCasts(tokens);
    List<String> lists = withLists(plain);
    return lists.equals(tokens) ? sql : text(lists);
  }

  /** Joins the characters of an operator into one token. */
  private static List<String> operators(List<String> tokens) {
    List<String> result = new ArrayList<>();
    for (String token : tokens) {
      int last = result.size() - 1;
      if (last >= 0 && isOperator(token) && isOperator(result.get(last))) {
        result.set(last, result.get(last) + token);
      } else {
        result.add(token);
      }
    }
    return result;
  }

  private static boolean isOperator(String token) {
    return token.chars().allMatch(c -> "=<>!~*+-/%&|#@^?".indexOf(c) >= 0);
  }

  /** Leaves out casts that PostgreSQL adds to a comparison of a string column with literals. */
  private List<String> withoutCasts(List<String> tokens) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.equals("(")
          && i + 4 < tokens.size()
          && varchars.contains(tokens.get(i + 1))
          && tokens.get(i + 2).equals(")")
          && tokens.get(i + 3).equals("::")
          && tokens.get(i + 4).equals("text")
          && !(i > 0 && isFunction(tokens.get(i - 1)))) {
        result.add(tokens.get(i + 1));
        i += 4;
      } else if (isCompared(result) && castTwiceEnd(tokens, i) > i) {
        result.add(tokens.get(i + 1));
        i = castTwiceEnd(tokens, i) - 1;
      } else if (token.startsWith("'") && isCompared(result) && castEnd(tokens, i + 1) > i) {
        result.add(token);
        i = castEnd(tokens, i + 1) - 1;
      } else {
        result.add(token);
      }
    }
    return result;
  }

  /**
   * The end of {@code ('A'::character varying)::text}, the form after a dump was restored, or -1 if
   * there is none.
   */
  private static int castTwiceEnd(List<String> tokens, int start) {
    if (!matches(tokens, start, "(")
        || start + 1 >= tokens.size()
        || !tokens.get(start + 1).startsWith("'")) {
      return -1;
    }
    int inner = castEnd(tokens, start + 2);
    return inner > 0 && matches(tokens, inner, ")") ? castEnd(tokens, inner + 1) : -1;
  }

  private static boolean isFunction(String token) {
    return Character.isLetter(token.charAt(0))
        && !Set.of("AND", "OR", "NOT", "WHEN", "THEN").contains(token);
  }

  private static boolean isCompared(List<String> before) {
    if (before.isEmpty()) {
      return false;
    }
    String last = before.get(before.size() - 1);
    return COMPARISONS.contains(last) || last.equals("[") || last.equals(",");
  }

  /** The end of the cast to a string type that begins at {@code start}, or -1 if there is none. */
  private static int castEnd(List<String> tokens, int start) {
    if (start + 1 >= tokens.size() || !tokens.get(start).equals("::")) {
      return -1;
    }
    boolean varying = matches(tokens, start + 1, "character", "varying");
    if (!varying && !STRINGS.contains(tokens.get(start + 1))) {
      return -1;
    }
    int end = start + (varying ? 3 : 2);
    return matches(tokens, end, "[") ? -1 : end;
  }

  /** Writes {@code = ANY (ARRAY[…])} as {@code in (…)}. */
  private static List<String> withLists(List<String> tokens) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int end = listEnd(tokens, i);
      if (end < 0) {
        result.add(tokens.get(i));
        continue;
      }
      if (tokens.get(i).equals("<>")) {
        result.add("not");
      }
      result.add("in");
      result.add("(");
      int open = tokens.subList(i, end).indexOf("[") + i;
      int close = tokens.subList(i, end).indexOf("]") + i;
      result.addAll(tokens.subList(open + 1, close));
      result.add(")");
      i = end - 1;
    }
    return result;
  }

  /** The end of a comparison with an array of plain literals, or -1 if there is none. */
  private static int listEnd(List<String> tokens, int start) {
    boolean in = matches(tokens, start, "=", "ANY", "(");
    if (!in && !matches(tokens, start, "<>", "ALL", "(")) {
      return -1;
    }
    int i = start + 3;
    boolean enclosed = tokens.get(i).equals("(");
    i += enclosed ? 1 : 0;
    if (!matches(tokens, i, "ARRAY", "[")) {
      return -1;
    }
    int close = i + tokens.subList(i, tokens.size()).indexOf("]");
    for (String token : tokens.subList(i + 2, close)) {
      if (!token.equals(",") && !token.startsWith("'") && !token.matches("[0-9.]+")) {
        return -1;
      }
    }
    i = close + 1;
    if (enclosed) {
      if (!matches(tokens, i, ")", "::", "text", "[", "]")) {
        return -1;
      }
      i += 5;
    }
    return matches(tokens, i, ")") ? i + 1 : -1;
  }

  private static boolean matches(List<String> tokens, int start, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (start + i >= tokens.size() || !tokens.get(start + i).equals(words[i])) {
        return false;
      }
    }
    return true;
  }

  private static String text(List<String> tokens) {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 0 && isApart(tokens.get(i - 1), tokens.get(i))) {
        sql.append(' ');
      }
      sql.append(tokens.get(i));
    }
    return sql.toString();
  }

  private static boolean isApart(String left, String right) {
    if (Set.of(")", ",", "]", "::", "[", ".").contains(right)
        || Set.of("(", "::", "[", ".").contains(left)) {
      return false;
    }
    return !right.equals("(") || !isFunction(left) || left.equals("in");
  }
}
