package dev.autogen.operation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL unchanged.
 *
 * @param inverse the SQL that undoes it, or null
 */
public record ExecuteSql(String sql, @Nullable String inverse) implements Operation {
  @Override
  public Optional<Operation> reverse() {
    return Optional.ofNullable(inverse).map(undo -> new ExecuteSql(undo, sql));
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
