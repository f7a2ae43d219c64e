package dev.autogen.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The primary key of a table, its columns in key order. */
public record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {
  public PrimaryKey {
    columns = List.copyOf(columns);
  }

  @Override
  public PrimaryKey withName(@Nullable String other) {
    return new PrimaryKey(other, columns);
  }
}
