package dev.autogen.dialect.h2;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
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

  private String body(QualifiedName table, Constraint constraint) {
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
    return (element.expression() ? element.text() : names.quote(element.text()))
        + (element.descending() ? " desc" : "")
        + (element.nulls() == null
            ? ""
            : element.nulls() == Nulls.FIRST ? " nulls first" : " nulls last");
  }
}
