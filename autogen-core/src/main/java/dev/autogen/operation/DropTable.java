package dev.autogen.operation;

import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;

/** Drops a table with its rows. A table without columns is one of which only the name is known. */
public record DropTable(Table table) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return table.columns().isEmpty() ? Optional.empty() : Optional.of(new CreateTable(table));
  }

  @Override
  public Operation completed(Schema before) {
    return table.columns().isEmpty()
        ? before.table(table.name()).map(DropTable::new).orElse(this)
        : this;
  }

  @Override
  public boolean losesData() {
    return true;
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.table(table.name()));
  }

  @Override
  public List<Member> takes() {
    return Member.of(table);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
