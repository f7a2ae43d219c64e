package dev.autogen.migration;

import dev.autogen.schema.Index;
import java.util.List;

/** An index as the author of a migration writes it. */
public record IndexDefinition(Index index) {

  /** Forbids duplicates. */
  public IndexDefinition unique() {
    return new IndexDefinition(index.withUnique(true));
  }

  /** By that access method, such as {@code gin}. */
  public IndexDefinition method(String method) {
    return new IndexDefinition(index.withMethod(method));
  }

  /** Stores those columns too. */
  public IndexDefinition include(String... columns) {
    return new IndexDefinition(index.withInclude(List.of(columns)));
  }

  /** Covers only the rows that meet the condition. */
  public IndexDefinition where(String predicate) {
    return new IndexDefinition(index.withPredicate(predicate));
  }

  /** Two nulls are duplicates. */
  public IndexDefinition nullsNotDistinct() {
    return new IndexDefinition(index.withNullsNotDistinct(true));
  }

  /** With those storage parameters, such as {@code fillfactor=70}. */
  public IndexDefinition with(String... parameters) {
    return new IndexDefinition(index.withStorage(List.of(parameters), index.tablespace()));
  }

  /** Stored in that tablespace. */
  public IndexDefinition tablespace(String name) {
    return new IndexDefinition(index.withStorage(index.parameters(), name));
  }
}
