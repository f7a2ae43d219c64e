package dev.autogen.migration;

import dev.autogen.schema.Constraint.Deferral;
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
    return with(
        table,
        List.of(columns),
        constraint.onDelete(),
        constraint.onUpdate(),
        constraint.deferral());
  }

  /** What happens when the referenced row is deleted. */
  public ForeignKeyDefinition onDelete(Action action) {
    return with(
        constraint.referencedTable(),
        constraint.referencedColumns(),
        action,
        constraint.onUpdate(),
        constraint.deferral());
  }

  /** What happens when the referenced row gets another key. */
  public ForeignKeyDefinition onUpdate(Action action) {
    return with(
        constraint.referencedTable(),
        constraint.referencedColumns(),
        constraint.onDelete(),
        action,
        constraint.deferral());
  }

  /** Checked at the end of each statement, or later on demand. */
  public ForeignKeyDefinition deferrable() {
    return with(Deferral.INITIALLY_IMMEDIATE);
  }

  /** Checked at the end of the transaction. */
  public ForeignKeyDefinition initiallyDeferred() {
    return with(Deferral.INITIALLY_DEFERRED);
  }

  /** Under that name, rather than one that the database chooses. */
  public ForeignKeyDefinition named(String name) {
    return new ForeignKeyDefinition(constraint.withName(name));
  }

  private ForeignKeyDefinition with(Deferral deferral) {
    return with(
        constraint.referencedTable(),
        constraint.referencedColumns(),
        constraint.onDelete(),
        constraint.onUpdate(),
        deferral);
  }

  private ForeignKeyDefinition with(
      QualifiedName table,
      List<String> columns,
      Action onDelete,
      Action onUpdate,
      Deferral deferral) {
    return new ForeignKeyDefinition(
        new ForeignKey(
            constraint.name(), constraint.columns(), table, columns, onDelete, onUpdate, deferral));
  }
}
