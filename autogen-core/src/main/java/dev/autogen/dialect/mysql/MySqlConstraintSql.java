package dev.autogen.dialect.mysql;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import java.util.Locale;

/**
 * Writes constraints and indexes in SQL. Every constraint gets a name, so that a later migration
 * can say which one it means.
 */
final class MySqlConstraintSql {

  private static final int LONGEST_NAME = 64;

  private final Server server;

  MySqlConstraintSql(Server server) {
    this.server = server;
  }

  String definition(QualifiedName table, Constraint constraint) {
    MySqlRefusals.check(table, constraint, server);
    if (constraint instanceof PrimaryKey key) {
      return "primary key " + MySqlNames.list(key.columns());
    }
    return "constraint " + MySqlNames.quote(name(table, constraint)) + " " + body(constraint);
  }

  private static String body(Constraint constraint) {
    if (constraint instanceof UniqueConstraint unique) {
      return "unique " + MySqlNames.list(unique.columns());
    } else if (constraint instanceof ForeignKey key) {
      return "foreign key "
          + MySqlNames.list(key.columns())
          + " references "
          + MySqlNames.quote(key.referencedTable())
          + " "
          + MySqlNames.list(key.referencedColumns())
          + action(" on delete ", key.onDelete())
          + action(" on update ", key.onUpdate());
    } else if (constraint instanceof CheckConstraint check) {
      return "check ("
          + check.expression()
          + ")"
          + (check.enforcement() == Enforcement.NOT_ENFORCED ? " not enforced" : "");
    }
    throw new IllegalArgumentException("only the name of " + constraint.name() + " is known");
  }

  private static String action(String clause, Action action) {
    return action == Action.NO_ACTION || action == Action.RESTRICT
        ? ""
        : clause + action.sql().toLowerCase(Locale.ROOT);
  }

  /** The name, or one like those that autogen gives on other databases. */
  static String name(QualifiedName table, Constraint constraint) {
    if (constraint.name() != null) {
      return constraint.name();
    }
    String name = table.name();
    if (constraint instanceof UniqueConstraint unique) {
      name += "_" + String.join("_", unique.columns()) + "_key";
    } else if (constraint instanceof ForeignKey key) {
      name += "_" + String.join("_", key.columns()) + "_fkey";
    } else if (constraint instanceof CheckConstraint check) {
      // A table may have several: the text tells them apart, in every run alike.
      name +=
          (check.column() == null ? "" : "_" + check.column())
              + "_check_"
              + Integer.toHexString(check.expression().hashCode());
    }
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, LONGEST_NAME - 9) + "_" + Integer.toHexString(name.hashCode());
  }

  /** The clause of an index within {@code CREATE TABLE}, and behind {@code ADD}. */
  String index(QualifiedName table, Index index) {
    MySqlRefusals.check(table, index, server);
    return (index.unique() ? "unique " : index.method() == null ? "" : index.method() + " ")
        + "index "
        + (index.name() == null ? "" : MySqlNames.quote(index.name()) + " ")
        + MySqlNames.keys(index);
  }

  String createIndex(QualifiedName table, Index index) {
    if (index.name() == null) {
      return "alter table " + MySqlNames.quote(table) + " add " + index(table, index);
    }
    MySqlRefusals.check(table, index, server);
    return "create "
        + (index.unique() ? "unique " : index.method() == null ? "" : index.method() + " ")
        + "index "
        + MySqlNames.quote(index.name())
        + " on "
        + MySqlNames.quote(table)
        + " "
        + MySqlNames.keys(index);
  }
}
