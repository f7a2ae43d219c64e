package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.BackfillInBatches;
import dev.autogen.operation.Online;
import dev.autogen.operation.Operation;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;

/**
 * Writes a change of a table as statements of which none keeps readers or writers away while it
 * reads rows. Each commits by itself (PostgreSQL manual, {@code ALTER TABLE}, notes).
 */
final class OnlineSql {

  private OnlineSql() {}

  static List<SqlStatement> of(
      Online operation, Schema before, Operation.Visitor<List<SqlStatement>> plain) {
    QualifiedName table = operation.table();
    if (operation.change() instanceof AlterColumn change) {
      return change.from().type().isUnknown()
          ? change.accept(plain)
          : notNull(table, change.to().name());
    } else if (operation.change() instanceof AddConstraint add && hasForm(add, before)) {
      Constraint constraint = named(table, add.constraint());
      if (constraint instanceof ForeignKey key) {
        return validated(table, key.withEnforcement(Enforcement.NOT_VALID));
      } else if (constraint instanceof CheckConstraint check) {
        return validated(table, check.withEnforcement(Enforcement.NOT_VALID));
      }
      return byIndex(table, constraint);
    }
    return operation.change().accept(plain);
  }

  /**
   * Whether a constraint can be added in steps. Those on a partitioned table cannot: an index is
   * not built concurrently there, and a foreign key cannot wait for its validation before
   * PostgreSQL 18.
   */
  static boolean hasForm(AddConstraint add, Schema before) {
    boolean partitioned =
        before.table(add.table()).filter(table -> table.form().partitionBy() != null).isPresent();
    Constraint constraint = add.constraint();
    if (constraint instanceof ForeignKey key) {
      return key.enforcement() == Enforcement.ENFORCED && !partitioned;
    } else if (constraint instanceof CheckConstraint check) {
      return check.enforcement() == Enforcement.ENFORCED;
    } else if (constraint instanceof UniqueConstraint unique) {
      return !unique.withoutOverlaps() && !partitioned;
    }
    return constraint instanceof PrimaryKey key && !key.withoutOverlaps() && !partitioned;
  }

  private static String alter(QualifiedName table) {
    return "alter table " + quote(table) + " ";
  }

  private static List<SqlStatement> validated(QualifiedName table, Constraint constraint) {
    return List.of(
        SqlStatement.of(alter(table) + "add " + ConstraintSql.definition(constraint)),
        validate(table, String.valueOf(constraint.name())));
  }

  private static SqlStatement validate(QualifiedName table, String name) {
    return SqlStatement.of(alter(table) + "validate constraint " + quote(name));
  }

  /** A valid check spares {@code SET NOT NULL} its own look at all rows. */
  private static List<SqlStatement> notNull(QualifiedName table, String column) {
    String check = LongNames.joined(table.name(), column, "is_set");
    return List.of(
        SqlStatement.of(
            alter(table)
                + "add constraint "
                + quote(check)
                + " check ("
                + quote(column)
                + " is not null) not valid"),
        validate(table, check),
        SqlStatement.of(alter(table) + "alter column " + quote(column) + " set not null"),
        SqlStatement.of(alter(table) + "drop constraint " + quote(check)));
  }

  private static List<SqlStatement> byIndex(QualifiedName table, Constraint constraint) {
    String name = String.valueOf(constraint.name());
    boolean primary = constraint instanceof PrimaryKey;
    Index index;
    Deferral deferral;
    if (constraint instanceof UniqueConstraint unique) {
      index =
          Index.of(name, true, unique.columns())
              .withInclude(unique.include())
              .withNullsNotDistinct(unique.nullsNotDistinct());
      deferral = unique.deferral();
    } else {
      PrimaryKey key = (PrimaryKey) constraint;
      index = Index.of(name, true, key.columns()).withInclude(key.include());
      deferral = key.deferral();
    }
    return List.of(
        new SqlStatement(ConstraintSql.createIndex(table, index, true), false),
        SqlStatement.of(
            alter(table)
                + "add constraint "
                + quote(name)
                + (primary ? " primary key" : " unique")
                + " using index "
                + quote(name)
                + ConstraintSql.deferral(deferral)));
  }

  /** The constraint with a name, of the form that PostgreSQL gives where there is none. */
  private static Constraint named(QualifiedName table, Constraint constraint) {
    if (constraint.name() != null) {
      return constraint;
    } else if (constraint instanceof PrimaryKey) {
      return constraint.withName(LongNames.suffixed(table.name(), "_pkey"));
    } else if (constraint instanceof UniqueConstraint unique) {
      return named(table, constraint, unique.columns(), "key");
    } else if (constraint instanceof ForeignKey key) {
      return named(table, constraint, key.columns(), "fkey");
    }
    return constraint.withName(LongNames.suffixed(table.name(), "_check"));
  }

  private static Constraint named(
      QualifiedName table, Constraint constraint, List<String> columns, String label) {
    return constraint.withName(LongNames.joined(table.name(), String.join("_", columns), label));
  }

  /** All batches as one statement for a script, in which each commits by itself. */
  static SqlStatement batches(BackfillInBatches operation) {
    return new SqlStatement(
        "do "
            + literal(
                "declare changed bigint; begin loop "
                    + batch(operation)
                    + "; get diagnostics changed = row_count; exit when changed = 0; commit;"
                    + " end loop; end"),
        false);
  }

  /** One batch of a table without a primary key; it is repeated until it changes no row. */
  static String batch(BackfillInBatches operation) {
    String table = quote(operation.table());
    return "update "
        + table
        + " set "
        + operation.set()
        + " where ctid = any (array(select ctid from "
        + table
        + " where "
        + operation.where()
        + " limit "
        + operation.batch()
        + ")) and ("
        + operation.where()
        + ")";
  }
}
