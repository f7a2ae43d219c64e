package dev.autogen.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param columns the referencing columns
 * @param referencedTable the table that they point to
 * @param referencedColumns its columns, in the order of {@code columns}; never empty in a schema
 */
public record ForeignKey(
    @Nullable String name,
    List<String> columns,
    QualifiedName referencedTable,
    List<String> referencedColumns,
    Action onDelete,
    Action onUpdate,
    Deferral deferral)
    implements Constraint {

  /** What happens to a row whose referenced row is deleted or gets another key. */
  public enum Action {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** The words of the SQL clause, such as {@code SET NULL}. */
    public String sql() {
      return name().replace('_', ' ');
    }
  }

  public ForeignKey {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
    Objects.requireNonNull(referencedTable, "referencedTable");
  }

  /** A foreign key without actions, not deferrable. */
  public static ForeignKey of(
      @Nullable String name,
      List<String> columns,
      QualifiedName referencedTable,
      List<String> referencedColumns) {
    return new ForeignKey(
        name,
        columns,
        referencedTable,
        referencedColumns,
        Action.NO_ACTION,
        Action.NO_ACTION,
        Deferral.NOT_DEFERRABLE);
  }

  @Override
  public ForeignKey withName(@Nullable String other) {
    return new ForeignKey(
        other, columns, referencedTable, referencedColumns, onDelete, onUpdate, deferral);
  }
}
