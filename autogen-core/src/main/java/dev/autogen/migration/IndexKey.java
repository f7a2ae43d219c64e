package dev.autogen.migration;

import dev.autogen.schema.Index.Element;
import dev.autogen.schema.Index.Nulls;
import org.jspecify.annotations.Nullable;

/** One key of an index as the author of a migration writes it. */
public record IndexKey(Element element) {

  /** From the largest to the smallest. */
  public IndexKey desc() {
    return with(true, element.nulls(), element.operatorClass(), element.collation());
  }

  /** Nulls before other values. */
  public IndexKey nullsFirst() {
    return with(element.descending(), Nulls.FIRST, element.operatorClass(), element.collation());
  }

  /** Nulls after other values. */
  public IndexKey nullsLast() {
    return with(element.descending(), Nulls.LAST, element.operatorClass(), element.collation());
  }

  /** By that operator class, such as {@code gin_trgm_ops}. */
  public IndexKey operatorClass(String name) {
    return with(element.descending(), element.nulls(), name, element.collation());
  }

  /** Sorted by that collation. */
  public IndexKey collation(String name) {
    return with(element.descending(), element.nulls(), element.operatorClass(), name);
  }

  private IndexKey with(
      boolean descending,
      @Nullable Nulls nulls,
      @Nullable String operatorClass,
      @Nullable String collation) {
    return new IndexKey(
        new Element(
            element.text(), element.expression(), descending, nulls, operatorClass, collation));
  }
}
