package dev.autogen.operation;

import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Creates an index on a table. */
public record CreateIndex(QualifiedName table, Index index, boolean concurrently)
    implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new DropIndex(table, index, concurrently));
  }

  @Override
  public List<Member> makes() {
    return List.of(Member.index(table, index.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
