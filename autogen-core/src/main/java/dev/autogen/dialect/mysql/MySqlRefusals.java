package dev.autogen.dialect.mysql;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;

/**
 * Refuses what MySQL and MariaDB cannot do, because a part of it would be something else. The
 * message names the object.
 */
final class MySqlRefusals {

  private MySqlRefusals() {}

  /** What the server cannot do, and what to write in its place. */
  static AutogenException impossible(String what, String instead) {
    return AutogenException.failed("MySQL and MariaDB cannot " + what + "; " + instead, null);
  }

  /** Refuses a part of a constraint that the server does not have. */
  static void check(QualifiedName table, Constraint constraint, Server server) {
    String what = "the constraint " + constraint.name() + " of " + table;
    if (constraint instanceof PrimaryKey key) {
      refuse(!key.include().isEmpty(), what, "include columns");
      refuse(key.deferral() != Deferral.NOT_DEFERRABLE, what, "be deferrable");
      refuse(key.withoutOverlaps(), what, "be without overlaps");
    } else if (constraint instanceof UniqueConstraint unique) {
      refuse(!unique.include().isEmpty(), what, "include columns");
      refuse(unique.deferral() != Deferral.NOT_DEFERRABLE, what, "be deferrable");
      refuse(unique.nullsNotDistinct(), what, "take nulls as equal");
      refuse(unique.withoutOverlaps(), what, "be without overlaps");
    } else if (constraint instanceof ForeignKey key) {
      refuse(key.deferral() != Deferral.NOT_DEFERRABLE, what, "be deferrable");
      refuse(key.matchFull() && key.columns().size() > 1, what, "match all columns or none");
      refuse(key.period(), what, "refer to a period");
      refuse(!key.onDeleteColumns().isEmpty(), what, "set some of its columns on delete");
      refuse(key.enforcement() != Enforcement.ENFORCED, what, "leave rows unchecked");
      refuse(
          key.onDelete() == ForeignKey.Action.SET_DEFAULT
              || key.onUpdate() == ForeignKey.Action.SET_DEFAULT,
          what,
          "set its columns to their defaults");
    } else if (constraint instanceof CheckConstraint check) {
      refuse(
          check.enforcement() == Enforcement.NOT_VALID
              || check.enforcement() == Enforcement.NOT_ENFORCED && server.isMariaDb(),
          what,
          "leave rows unchecked");
    }
  }

  /** Refuses a part of an index that the server does not have. */
  static void check(QualifiedName table, Index index, Server server) {
    String what = "the index " + index.name() + " of " + table;
    refuse(index.predicate() != null, what, "be partial");
    refuse(!index.include().isEmpty(), what, "include columns");
    refuse(index.nullsNotDistinct(), what, "take nulls as equal");
    refuse(
        index.elements().stream().anyMatch(each -> each.operatorClass() != null),
        what,
        "have an operator class");
    refuse(
        index.method() != null
            && !index.method().equals("fulltext")
            && !index.method().equals("spatial"),
        what,
        "use " + index.method());
    refuse(
        server.isMariaDb()
            && index.elements().stream()
                .anyMatch(each -> each.expression() && MySqlNames.prefix(each).isEmpty()),
        what,
        "be over an expression");
  }

  private static void refuse(boolean condition, String what, String cannot) {
    if (condition) {
      throw AutogenException.failed(
          what + " cannot " + cannot + " on MySQL and MariaDB; leave that out for this database",
          null);
    }
  }
}
