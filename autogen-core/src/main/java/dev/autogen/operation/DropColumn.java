package dev.autogen.operation;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops a column with its values. */
public record DropColumn(QualifiedName table, Column column) implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return column.type().isUnknown() ? Optional.empty() : Optional.of(new AddColumn(table, column));
  }

  @Override
  public Operation completed(Schema before) {
    return column.type().isUnknown()
        ? before
            .table(table)
            .flatMap(found -> found.column(column.name()))
            .map(found -> new DropColumn(table, found))
            .orElse(this)
        : this;
  }

  @Override
  public boolean losesData() {
    return column.generated() == null;
  }

  @Override
  public List<Member> takes() {
    return List.of(Member.column(table, column.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
