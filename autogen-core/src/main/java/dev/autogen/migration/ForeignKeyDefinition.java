package dev.autogen.migration;

import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/** A foreign key as the author of a migration writes it. */
public record ForeignKeyDefinition(ForeignKey constraint) implements ConstraintDefinition {

  /** Points to those columns; without any, to the primary key. */
  public ForeignKeyDefinition references(String table, String... columns) {
    return references(QualifiedName.of(table), columns);
  }

  /** Points to those columns; without any, to the primary key. */
  public ForeignKeyDefinition references(QualifiedName table, String... columns) {
    return new ForeignKeyDefinition(constraint.withReferenced(table, List.of(columns)));
  }

  /**
   * What happens when the referenced row is deleted.
   *
   * @param columns those that {@code SET NULL} or {@code SET DEFAULT} sets; without any, all
   */
  public ForeignKeyDefinition onDelete(Action action, String... columns) {
    return new ForeignKeyDefinition(constraint.withOnDelete(action, List.of(columns)));
  }

  /** What happens when the referenced row gets another key. */
  public ForeignKeyDefinition onUpdate(Action action) {
    return new ForeignKeyDefinition(constraint.withOnUpdate(action));
  }

  /** Either all columns are null or none is. */
  public ForeignKeyDefinition matchFull() {
    return new ForeignKeyDefinition(constraint.withMatchFull(true));
  }

  /** The last column is a range that those of the referenced rows have to cover. */
  public ForeignKeyDefinition period() {
    return new ForeignKeyDefinition(constraint.withPeriod(true));
  }

  /** Checked at the end of each statement, or later on demand. */
  public ForeignKeyDefinition deferrable() {
    return new ForeignKeyDefinition(constraint.withDeferral(Deferral.INITIALLY_IMMEDIATE));
  }

  /** Checked at the end of the transaction. */
  public ForeignKeyDefinition initiallyDeferred() {
    return new ForeignKeyDefinition(constraint.withDeferral(Deferral.INITIALLY_DEFERRED));
  }

  /** Holds for rows that are written from now on; those that exist are not looked at. */
  public ForeignKeyDefinition notValid() {
    return new ForeignKeyDefinition(constraint.withEnforcement(Enforcement.NOT_VALID));
  }

  /** Is documentation alone. */
  public ForeignKeyDefinition notEnforced() {
    return new ForeignKeyDefinition(constraint.withEnforcement(Enforcement.NOT_ENFORCED));
  }

  /** Under that name, rather than one that the database chooses. */
  public ForeignKeyDefinition named(String name) {
    return new ForeignKeyDefinition(constraint.withName(name));
  }
}
