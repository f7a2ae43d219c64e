package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.dialect.TableClause;
import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of changes of a column that one {@code ALTER TABLE} may hold together. PostgreSQL
 * carries them out in the passes of {@code tablecmds.c}, whatever their order in the text: what is
 * dropped goes first, then types change, then columns are added, then defaults and {@code NOT NULL}
 * are set. In the order of these constants, the clauses of one column mean the same together as one
 * by one; a column that is added has no other clause.
 */
enum ColumnClause {
  DROP_COLUMN,
  DROP_DEFAULT,
  TYPE,
  NULLABILITY,
  SET_DEFAULT,
  ADD_COLUMN,
  COMMENT;

  /** A change of an existing column. */
  SqlStatement alter(QualifiedName table, String column, String change) {
    return alter(table, column, change, null);
  }

  /**
   * A change of an existing column.
   *
   * @param expression an expression that may read other columns, or null
   */
  SqlStatement alter(
      QualifiedName table, String column, String change, @Nullable String expression) {
    return of(table, column, "alter column " + quote(column) + " " + change, expression);
  }

  /**
   * Adds a column. A generated or numbered one gets a statement of its own: it reads other columns,
   * or makes a sequence.
   */
  static SqlStatement add(QualifiedName table, Column column) {
    String text = "add column " + ColumnSql.definition(column);
    return column.generated() == null && column.identity() == null
        ? ADD_COLUMN.of(table, column.name(), text, null)
        : SqlStatement.of(alterTable(table) + " " + text);
  }

  static SqlStatement drop(QualifiedName table, String column) {
    return DROP_COLUMN.of(table, column, "drop column " + quote(column), null);
  }

  static SqlStatement comment(QualifiedName table, Column column) {
    String sql =
        "comment on column "
            + quote(table)
            + "."
            + quote(column.name())
            + " is "
            + (column.comment() == null ? "null" : literal(column.comment()));
    return new SqlStatement(sql, COMMENT.clause(table, column.name(), null, null));
  }

  private SqlStatement of(
      QualifiedName table, String column, String text, @Nullable String expression) {
    return new SqlStatement(
        alterTable(table) + " " + text, clause(table, column, text, expression));
  }

  private TableClause clause(
      QualifiedName table, String column, @Nullable String text, @Nullable String expression) {
    Set<String> reads = new HashSet<>();
    if (expression != null) {
      reads.addAll(PostgreSqlText.RULES.words().names(expression));
      reads.remove(column);
    }
    return new TableClause(alterTable(table), text, column, ordinal(), this == DROP_COLUMN, reads);
  }

  private static String alterTable(QualifiedName table) {
    return "alter table " + quote(table);
  }
}
