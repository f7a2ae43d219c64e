package dev.autogen.dialect.h2;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.AutogenException;
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

/**
 * Writes constraints and indexes in SQL. Every constraint gets a name: those that H2 chooses come
 * from a counter, so that nobody could tell afterwards which constraint a migration means.
 */
final class H2ConstraintSql {

  private final H2Names names;

  H2ConstraintSql(H2Names names) {
    this.names = names;
  }

  String definition(QualifiedName table, Constraint constraint) {
    String name = constraint.name() == null ? chosen(table, constraint) : constraint.name();
    return (name == null ? "" : "constraint " + names.quote(name) + " ") + body(table, constraint);
  }

  /** The name that PostgreSQL would choose; null for a primary key, which needs none. */
  private static String chosen(QualifiedName table, Constraint constraint) {
    if (constraint instanceof UniqueConstraint unique) {
      return table.name() + "_" + String.join("_", unique.columns()) + "_key";
    } else if (constraint instanceof ForeignKey key) {
      return table.name() + "_" + String.join("_", key.columns()) + "_fkey";
    } else if (constraint instanceof CheckConstraint check) {
      String column = check.column();
      // A table may have several: the text tells them apart, in every run alike.
      return table.name()
          + (column == null ? "" : "_" + column)
          + "_check_"
          + Integer.toHexString(check.expression().hashCode());
    }
    return table.name() + "_pkey";
  }

  /**
   * Makes sure that H2 has all that a constraint says, because a part of it would be another
   * constraint.
   */
  private static void refuseOthers(QualifiedName table, Constraint constraint) {
    String what = "the constraint " + constraint.name() + " of " + table;
    if (constraint instanceof PrimaryKey key) {
      refuse(!key.include().isEmpty(), what, "include columns");
      refuse(key.deferral() != Deferral.NOT_DEFERRABLE, what, "be deferrable");
      refuse(key.withoutOverlaps(), what, "be without overlaps");
    } else if (constraint instanceof UniqueConstraint unique) {
      refuse(!unique.include().isEmpty(), what, "include columns");
      refuse(unique.deferral() != Deferral.NOT_DEFERRABLE, what, "be deferrable");
      refuse(unique.withoutOverlaps(), what, "be without overlaps");
    } else if (constraint instanceof ForeignKey key) {
      refuse(key.deferral() != Deferral.NOT_DEFERRABLE, what, "be deferrable");
      refuse(key.matchFull(), what, "match all columns or none");
      refuse(key.period(), what, "refer to a period");
      refuse(!key.onDeleteColumns().isEmpty(), what, "set some of its columns on delete");
      refuse(key.enforcement() != Enforcement.ENFORCED, what, "leave rows unchecked");
    } else if (constraint instanceof CheckConstraint check) {
      refuse(check.enforcement() != Enforcement.ENFORCED, what, "leave rows unchecked");
    }
  }

  private static void refuse(boolean condition, String what, String cannot) {
    if (condition) {
      throw AutogenException.failed(
          what + " cannot " + cannot + " on H2; leave that out for this database", null);
    }
  }

  private String body(QualifiedName table, Constraint constraint) {
    refuseOthers(table, constraint);
    if (constraint instanceof PrimaryKey key) {
      return "primary key " + names.list(key.columns());
    } else if (constraint instanceof UniqueConstraint unique) {
      return "unique "
          + (unique.nullsNotDistinct() ? "nulls not distinct " : "")
          + names.list(unique.columns());
    } else if (constraint instanceof ForeignKey key) {
      return "foreign key "
          + names.list(key.columns())
          + " references "
          // H2 looks a name without a schema up in the schema of the altered table.
          + (table.schema() == null
              ? names.quote(key.referencedTable())
              : names.quoteWithSchema(key.referencedTable()))
          + (key.referencedColumns().isEmpty() ? "" : " " + names.list(key.referencedColumns()))
          + action(" on delete ", key.onDelete())
          + action(" on update ", key.onUpdate());
    } else if (constraint instanceof CheckConstraint check) {
      return "check (" + check.expression() + ")";
    }
    throw new IllegalArgumentException("only the name of " + constraint.name() + " is known");
  }

  private static String action(String clause, Action action) {
    return action == Action.NO_ACTION ? "" : clause + action.sql().toLowerCase(Locale.ROOT);
  }

  String createIndex(QualifiedName table, Index index) {
    List<Index.Element> elements = index.elements();
    String what = "the index " + index.name() + " of " + table;
    refuse(index.predicate() != null, what, "be partial");
    refuse(!index.include().isEmpty(), what, "include columns");
    refuse(elements.stream().anyMatch(Index.Element::expression), what, "be over an expression");
    refuse(
        elements.stream().anyMatch(each -> each.operatorClass() != null),
        what,
        "have an operator class");
    return "create "
        + (index.unique() ? "unique " : "")
        + (index.nullsNotDistinct() ? "nulls not distinct " : "")
        + (index.method() == null ? "" : index.method() + " ")
        + "index "
        + (index.name() == null ? "" : names.quote(index.name()) + " ")
        + "on "
        + names.quote(table)
        + elements.stream().map(this::element).collect(joining(", ", " (", ")"));
  }

  private String element(Index.Element element) {
    return names.quote(element.text())
        + (element.descending() ? " desc" : "")
        + (element.nulls() == null
            ? ""
            : element.nulls() == Nulls.FIRST ? " nulls first" : " nulls last");
  }
}
