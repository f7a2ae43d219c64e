package dev.autogen.operation;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Adds a column at the end of a table. */
public record AddColumn(QualifiedName table, Column column) implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new DropColumn(table, column));
  }

  @Override
  public List<Member> makes() {
    return List.of(Member.column(table, column.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
