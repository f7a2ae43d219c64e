package dev.autogen.operation;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Carries out a change of a table in steps that each commit by itself, so that readers and writers
 * of the table go on while its rows are checked or its index is built. Where a database has no such
 * steps, the change is made as it is.
 *
 * @param change what is done: a constraint is added, or a column becomes not null
 */
public record Online(TableOperation change) implements TableOperation {

  /** Makes a column not null, whatever else it is. */
  public static Online notNull(QualifiedName table, Column column) {
    return new Online(
        new AlterColumn(table, column.withNullable(true), column.withNullable(false), null));
  }

  @Override
  public QualifiedName table() {
    return change.table();
  }

  @Override
  public Optional<Operation> reverse() {
    return change.reverse();
  }

  @Override
  public Operation completed(Schema before) {
    if (change instanceof AlterColumn alter && alter.from().type().isUnknown()) {
      return before
          .table(table())
          .flatMap(found -> found.column(alter.to().name()))
          .map(
              found -> new Online(new AlterColumn(table(), found, found.withNullable(false), null)))
          .orElse(this);
    }
    return this;
  }

  /** The change as it is made where there are no steps for it. */
  public Operation plain(Schema before) {
    return completed(before) instanceof Online full ? full.change() : change;
  }

  @Override
  public List<ChangedObject> changes() {
    return change.changes();
  }

  @Override
  public List<Member> makes() {
    return change.makes();
  }

  @Override
  public List<Member> takes() {
    return change.takes();
  }

  @Override
  public boolean makesAnew() {
    return change.makesAnew();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
