package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.list;
import static dev.autogen.dialect.postgresql.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Nulls;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import java.util.Locale;

/** Writes constraints and indexes in SQL. */
final class ConstraintSql {

  private ConstraintSql() {}

  static String definition(Constraint constraint) {
    return (constraint.name() == null ? "" : "constraint " + quote(constraint.name()) + " ")
        + body(constraint);
  }

  private static String body(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return "primary key "
          + keys(key.columns(), key.withoutOverlaps(), " without overlaps")
          + include(key.include())
          + deferral(key.deferral());
    } else if (constraint instanceof UniqueConstraint unique) {
      return "unique "
          + (unique.nullsNotDistinct() ? "nulls not distinct " : "")
          + keys(unique.columns(), unique.withoutOverlaps(), " without overlaps")
          + include(unique.include())
          + deferral(unique.deferral());
    } else if (constraint instanceof ForeignKey key) {
      return "foreign key "
          + period(key.columns(), key.period())
          + " references "
          + quote(key.referencedTable())
          + (key.referencedColumns().isEmpty()
              ? ""
              : " " + period(key.referencedColumns(), key.period()))
          + (key.matchFull() ? " match full" : "")
          + action(" on delete ", key.onDelete())
          + (key.onDeleteColumns().isEmpty() ? "" : " " + list(key.onDeleteColumns()))
          + action(" on update ", key.onUpdate())
          + deferral(key.deferral())
          + enforcement(key.enforcement());
    } else if (constraint instanceof CheckConstraint check) {
      return "check ("
          + check.expression()
          + ")"
          + (check.noInherit() ? " no inherit" : "")
          + enforcement(check.enforcement());
    }
    throw new IllegalArgumentException("only the name of " + constraint.name() + " is known");
  }

  /** The columns in parentheses; a clause may follow the last one. */
  private static String keys(List<String> columns, boolean hasClause, String clause) {
    String all = list(columns);
    return hasClause ? all.substring(0, all.length() - 1) + clause + ")" : all;
  }

  private static String period(List<String> columns, boolean hasPeriod) {
    if (!hasPeriod) {
      return list(columns);
    }
    int last = columns.size() - 1;
    String others =
        columns.subList(0, last).stream().map(name -> quote(name) + ", ").collect(joining());
    return "(" + others + "period " + quote(columns.get(last)) + ")";
  }

  private static String include(List<String> columns) {
    return columns.isEmpty() ? "" : " include " + list(columns);
  }

  private static String enforcement(Enforcement enforcement) {
    return switch (enforcement) {
      case ENFORCED -> "";
      case NOT_VALID -> " not valid";
      case NOT_ENFORCED -> " not enforced";
    };
  }

  private static String action(String clause, Action action) {
    return action == Action.NO_ACTION ? "" : clause + action.sql().toLowerCase(Locale.ROOT);
  }

  static String deferral(Deferral deferral) {
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
        + index.elements().stream().map(ConstraintSql::element).collect(joining(", ", " (", ")"))
        + include(index.include())
        + (index.nullsNotDistinct() ? " nulls not distinct" : "")
        + (index.parameters().isEmpty()
            ? ""
            : index.parameters().stream().collect(joining(", ", " with (", ")")))
        + (index.tablespace() == null ? "" : " tablespace " + quote(index.tablespace()))
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
