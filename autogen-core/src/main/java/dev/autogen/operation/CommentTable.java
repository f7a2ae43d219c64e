package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets, changes or removes the comment of a table. */
public record CommentTable(QualifiedName table, @Nullable String from, @Nullable String to)
    implements TableOperation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.of(new CommentTable(table, to, from));
  }

  @Override
  public Operation completed(Schema before) {
    return new CommentTable(table, before.table(table).map(Table::comment).orElse(from), to);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
