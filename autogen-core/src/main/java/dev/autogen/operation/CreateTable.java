package dev.autogen.operation;

import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;

/** Creates a table with its columns, constraints, comment and indexes. */
public record CreateTable(Table table) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new DropTable(table));
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.table(table.name()));
  }

  @Override
  public List<Member> makes() {
    return Member.of(table);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
