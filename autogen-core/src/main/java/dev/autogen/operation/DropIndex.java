package dev.autogen.operation;

import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Drops an index of a table. */
public record DropIndex(QualifiedName table, Index index, boolean concurrently)
    implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return index.elements().isEmpty()
        ? Optional.empty()
        : Optional.of(new CreateIndex(table, index, concurrently));
  }

  @Override
  public Operation completed(Schema before) {
    if (!index.elements().isEmpty()) {
      return this;
    }
    return before.table(table).stream()
        .flatMap(found -> found.indexes().stream())
        .filter(found -> Objects.equals(found.name(), index.name()))
        .findFirst()
        .<Operation>map(found -> new DropIndex(table, found, concurrently))
        .orElse(this);
  }

  @Override
  public List<Member> takes() {
    return List.of(Member.index(table, index.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
