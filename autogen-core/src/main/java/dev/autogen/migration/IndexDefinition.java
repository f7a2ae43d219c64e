package dev.autogen.migration;

import dev.autogen.schema.Index;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index as the author of a migration writes it. */
public record IndexDefinition(Index index) {

  /** Forbids duplicates. */
  public IndexDefinition unique() {
    return with(true, index.method(), index.include(), index.predicate(), index.nullsNotDistinct());
  }

  /** By that access method, such as {@code gin}. */
  public IndexDefinition method(String method) {
    return with(
        index.unique(), method, index.include(), index.predicate(), index.nullsNotDistinct());
  }

  /** Stores those columns too. */
  public IndexDefinition include(String... columns) {
    return with(
        index.unique(),
        index.method(),
        List.of(columns),
        index.predicate(),
        index.nullsNotDistinct());
  }

  /** Covers only the rows that meet the condition. */
  public IndexDefinition where(String predicate) {
    return with(
        index.unique(), index.method(), index.include(), predicate, index.nullsNotDistinct());
  }

  /** Two nulls are duplicates. */
  public IndexDefinition nullsNotDistinct() {
    return with(index.unique(), index.method(), index.include(), index.predicate(), true);
  }

  private IndexDefinition with(
      boolean unique,
      @Nullable String method,
      List<String> include,
      @Nullable String predicate,
      boolean nullsNotDistinct) {
    return new IndexDefinition(
        new Index(
            index.name(), index.elements(), unique, method, include, predicate, nullsNotDistinct));
  }
}
