package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.list;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Nulls;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constraints and indexes in SQL. */
final class ConstraintSql {

  private ConstraintSql() {}

  static String definition(Constraint constraint) {
    return (constraint.name() == null ? "" : "constraint " + quote(constraint.name()) + " ")
        + body(constraint);
  }

  private static String body(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return "primary key " + list(key.columns());
    } else if (constraint instanceof UniqueConstraint unique) {
      return "unique "
          + (unique.nullsNotDistinct() ? "nulls not distinct " : "")
          + list(unique.columns())
          + deferral(unique.deferral());
    } else if (constraint instanceof ForeignKey key) {
      return "foreign key "
          + list(key.columns())
          + " references "
          + quote(key.referencedTable())
          + (key.referencedColumns().isEmpty() ? "" : " " + list(key.referencedColumns()))
          + action(" on delete ", key.onDelete())
          + action(" on update ", key.onUpdate())
          + deferral(key.deferral());
    } else if (constraint instanceof CheckConstraint check) {
      return "check (" + check.expression() + ")";
    }
    throw new IllegalArgumentException("only the name of " + constraint.name() + " is known");
  }

  private static String action(String clause, Action action) {
    return action == Action.NO_ACTION ? "" : clause + action.sql().toLowerCase(Locale.ROOT);
  }

  private static String deferral(Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " deferrable";
      case INITIALLY_DEFERRED -> " deferrable initially deferred";
    };
  }

  static String createIndex(QualifiedName table, Index index, boolean concurrently) {
    return "create "
        + (index.unique() ? "unique index " : "index ")
        + (concurrently ? "concurrently " : "")
        + (index.name() == null ? "" : quote(index.name()) + " ")
        + "on "
        + quote(table)
        + (index.method() == null ? "" : " using " + quote(index.method()))
        + index.elements().stream()
            .map(ConstraintSql::element)
            .collect(Collectors.joining(", ", " (", ")"))
        + (index.include().isEmpty() ? "" : " include " + list(index.include()))
        + (index.nullsNotDistinct() ? " nulls not distinct" : "")
        + (index.predicate() == null ? "" : " where " + index.predicate());
  }

  private static String element(Index.Element element) {
    return (element.expression() ? "(" + element.text() + ")" : quote(element.text()))
        + (element.collation() == null
            ? ""
            : " collate " + ColumnSql.collation(element.collation()))
        + (element.operatorClass() == null ? "" : " " + element.operatorClass())
        + (element.descending() ? " desc" : "")
        + (element.nulls() == null
            ? ""
            : element.nulls() == Nulls.FIRST ? " nulls first" : " nulls last");
  }
}
