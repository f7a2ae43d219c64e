package dev.autogen.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primary key of a table, its columns in key order.
 *
 * @param include columns that its index stores without their being keys
 * @param withoutOverlaps whether the last column is a range that is not to overlap (SQL:2011,
 *     {@code WITHOUT OVERLAPS})
 */
public record PrimaryKey(
    @Nullable String name,
    List<String> columns,
    List<String> include,
    Deferral deferral,
    boolean withoutOverlaps)
    implements Constraint {
  public PrimaryKey {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
  }

  /** A plain primary key, not deferrable. */
  public static PrimaryKey of(@Nullable String name, List<String> columns) {
    return new PrimaryKey(name, columns, List.of(), Deferral.NOT_DEFERRABLE, false);
  }

  @Override
  public PrimaryKey withName(@Nullable String other) {
    return new PrimaryKey(other, columns, include, deferral, withoutOverlaps);
  }

  /** The same key of other columns. */
  public PrimaryKey withColumns(List<String> others) {
    return new PrimaryKey(name, others, include, deferral, withoutOverlaps);
  }

  /** The same key, its index storing other columns. */
  public PrimaryKey withInclude(List<String> others) {
    return new PrimaryKey(name, columns, others, deferral, withoutOverlaps);
  }

  /** The same key, checked at another time. */
  public PrimaryKey withDeferral(Deferral other) {
    return new PrimaryKey(name, columns, include, other, withoutOverlaps);
  }

  /** The same key, its last column a range that is not to overlap, or not. */
  public PrimaryKey withoutOverlaps(boolean other) {
    return new PrimaryKey(name, columns, include, deferral, other);
  }
}
