package dev.autogen.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param columns the referencing columns
 * @param referencedTable the table that they refer to
 * @param referencedColumns its columns, in the order of {@code columns}; never empty in a schema
 * @param onDeleteColumns the columns that {@code ON DELETE SET NULL} or {@code SET DEFAULT} sets;
 *     empty for all of them
 * @param matchFull whether either all columns are null or none (SQL:2016, {@code MATCH FULL})
 * @param period whether the last column is a range that the referenced ranges must cover (SQL:2011,
 *     {@code PERIOD})
 * @param restsOn the name of the key or unique index of the referenced table that the database uses
 *     for it, or null where that is not known; two foreign keys that differ only in this are equal
 * @param ownIndex whether there is an index of its name for it although another one would do; this
 *     is not compared either
 */
public record ForeignKey(
    @Nullable String name,
    List<String> columns,
    QualifiedName referencedTable,
    List<String> referencedColumns,
    Action onDelete,
    List<String> onDeleteColumns,
    Action onUpdate,
    boolean matchFull,
    boolean period,
    Deferral deferral,
    Enforcement enforcement,
    @Nullable String restsOn,
    boolean ownIndex)
    implements Constraint {

  /** What happens to a row when its referenced row is deleted or gets another key. */
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
    onDeleteColumns = List.copyOf(onDeleteColumns);
    Objects.requireNonNull(referencedTable, "referencedTable");
  }

  /** A foreign key for which the key that it rests on is not known. */
  public ForeignKey(
      @Nullable String name,
      List<String> columns,
      QualifiedName referencedTable,
      List<String> referencedColumns,
      Action onDelete,
      List<String> onDeleteColumns,
      Action onUpdate,
      boolean matchFull,
      boolean period,
      Deferral deferral,
      Enforcement enforcement) {
    this(
        name,
        columns,
        referencedTable,
        referencedColumns,
        onDelete,
        onDeleteColumns,
        onUpdate,
        matchFull,
        period,
        deferral,
        enforcement,
        null,
        false);
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
        List.of(),
        Action.NO_ACTION,
        false,
        false,
        Deferral.NOT_DEFERRABLE,
        Enforcement.ENFORCED);
  }

  @Override
  public ForeignKey withName(@Nullable String other) {
    return with(draft -> draft.name = other);
  }

  /** The same key from other columns. */
  public ForeignKey withColumns(List<String> others) {
    return with(draft -> draft.columns = others);
  }

  /** The same key to those columns of that table. */
  public ForeignKey withReferenced(QualifiedName table, List<String> others) {
    return with(
        draft -> {
          draft.referencedTable = table;
          draft.referencedColumns = others;
        });
  }

  /** The same key with another action on deletion, of those columns or, where empty, of all. */
  public ForeignKey withOnDelete(Action other, List<String> ofColumns) {
    return with(
        draft -> {
          draft.onDelete = other;
          draft.onDeleteColumns = ofColumns;
        });
  }

  /** The same key with another action on a change of the referenced key. */
  public ForeignKey withOnUpdate(Action other) {
    return with(draft -> draft.onUpdate = other);
  }

  /** The same key, {@code MATCH FULL} or not. */
  public ForeignKey withMatchFull(boolean other) {
    return with(draft -> draft.matchFull = other);
  }

  /** The same key, its last column a range to be covered, or not. */
  public ForeignKey withPeriod(boolean other) {
    return with(draft -> draft.period = other);
  }

  /** The same key, checked at another time. */
  public ForeignKey withDeferral(Deferral other) {
    return with(draft -> draft.deferral = other);
  }

  /** The same key, enforced for other rows. */
  public ForeignKey withEnforcement(Enforcement other) {
    return with(draft -> draft.enforcement = other);
  }

  /** The same key, resting on another key of the referenced table. */
  public ForeignKey withRestsOn(@Nullable String other) {
    return with(draft -> draft.restsOn = other);
  }

  /** The same key, with an index of its own that it would not need, or without. */
  public ForeignKey withOwnIndex(boolean other) {
    return with(draft -> draft.ownIndex = other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ForeignKey key && key.comparedComponents().equals(comparedComponents());
  }

  @Override
  public int hashCode() {
    return comparedComponents().hashCode();
  }

  /** The compared components: all but what the database has chosen. */
  private List<@Nullable Object> comparedComponents() {
    return Arrays.asList(
        name,
        columns,
        referencedTable,
        referencedColumns,
        onDelete,
        onDeleteColumns,
        onUpdate,
        matchFull,
        period,
        deferral,
        enforcement);
  }

  private ForeignKey with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** A mutable copy of the components, from which a changed foreign key is built. */
  private static final class Draft {
    @Nullable String name;
    List<String> columns;
    QualifiedName referencedTable;
    List<String> referencedColumns;
    Action onDelete;
    List<String> onDeleteColumns;
    Action onUpdate;
    boolean matchFull;
    boolean period;
    Deferral deferral;
    Enforcement enforcement;
    @Nullable String restsOn;
    boolean ownIndex;

    Draft(ForeignKey from) {
      name = from.name;
      columns = from.columns;
      referencedTable = from.referencedTable;
      referencedColumns = from.referencedColumns;
      onDelete = from.onDelete;
      onDeleteColumns = from.onDeleteColumns;
      onUpdate = from.onUpdate;
      matchFull = from.matchFull;
      period = from.period;
      deferral = from.deferral;
      enforcement = from.enforcement;
      restsOn = from.restsOn;
      ownIndex = from.ownIndex;
    }

    ForeignKey finished() {
      return new ForeignKey(
          name,
          columns,
          referencedTable,
          referencedColumns,
          onDelete,
          onDeleteColumns,
          onUpdate,
          matchFull,
          period,
          deferral,
          enforcement,
          restsOn,
          ownIndex);
    }
  }
}
