package dev.autogen.operation;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes type, nullability, default, identity, generation, collation or comment of a column.
 *
 * @param from the column as it is; of unknown type where its author left it out
 * @param to the column as it shall be, of the same name
 * @param using the SQL expression that converts existing values, or null for the dialect's own
 */
public record AlterColumn(QualifiedName table, Column from, Column to, @Nullable String using)
    implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return from.type().isUnknown()
        ? Optional.empty()
        : Optional.of(new AlterColumn(table, to, from, null));
  }

  @Override
  public Operation completed(Schema before) {
    return from.type().isUnknown()
        ? before
            .table(table)
            .flatMap(found -> found.column(to.name()))
            .map(found -> new AlterColumn(table, found, to, using))
            .orElse(this)
        : this;
  }

  @Override
  public boolean makesAnew() {
    return true;
  }

  @Override
  public List<Member> takes() {
    return makesOther() ? List.of(Member.column(table, to.name())) : List.of();
  }

  /**
   * Whether the objects that use the column must be created again: its type or collation changes,
   * or a virtual generated column becomes a plain one.
   */
  public boolean makesOther() {
    return !from.type().equals(to.type())
        || !Objects.equals(from.collation(), to.collation())
        || (from.generated() != null && !from.generated().stored() && to.generated() == null);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
