package dev.autogen.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form of a table: what {@code CREATE TABLE} says besides its columns, constraints and indexes.
 * No model can describe it, so it is not compared; a table that is created again gets its form
 * back.
 *
 * @param unlogged whether its rows are not written to the log
 * @param inherits the tables whose columns it inherits
 * @param partitionBy how its rows are divided into partitions, such as {@code range (created_at)},
 *     or null
 * @param parameters storage parameters, such as {@code fillfactor=70}
 * @param tablespace the tablespace, or null for the database's own
 * @param source the statements that created it, where the database keeps them
 * @param rows the rows that a new table needs; two forms that differ only in these or in the source
 *     are equal
 */
public record TableForm(
    boolean unlogged,
    List<QualifiedName> inherits,
    @Nullable String partitionBy,
    List<String> parameters,
    @Nullable String tablespace,
    @Nullable TableSource source,
    List<FirstRow> rows) {

  /** The form of a table for which nothing is specified. */
  public static final TableForm PLAIN = new TableForm(false, List.of(), null, List.of(), null);

  /** A form of a table whose statements are not known. */
  public TableForm(
      boolean unlogged,
      List<QualifiedName> inherits,
      @Nullable String partitionBy,
      List<String> parameters,
      @Nullable String tablespace) {
    this(unlogged, inherits, partitionBy, parameters, tablespace, null, List.of());
  }

  public TableForm {
    inherits = List.copyOf(inherits);
    parameters = List.copyOf(parameters);
    rows = List.copyOf(rows);
  }

  /** The same form of a table whose rows are not written to the log. */
  public TableForm withUnlogged() {
    return new TableForm(true, inherits, partitionBy, parameters, tablespace, source, rows);
  }

  /** The same form, for a table that inherits the columns of others. */
  public TableForm withInherits(List<QualifiedName> others) {
    return new TableForm(unlogged, others, partitionBy, parameters, tablespace, source, rows);
  }

  /** The same form, for a partitioned table, or an ordinary one where that is null. */
  public TableForm withPartitionBy(@Nullable String others) {
    return new TableForm(unlogged, inherits, others, parameters, tablespace, source, rows);
  }

  /** The same form with other storage parameters. */
  public TableForm withParameters(List<String> others) {
    return new TableForm(unlogged, inherits, partitionBy, others, tablespace, source, rows);
  }

  /** The same form, for a table in another tablespace. */
  public TableForm withTablespace(@Nullable String other) {
    return new TableForm(unlogged, inherits, partitionBy, parameters, other, source, rows);
  }

  /** The same form, made by other statements. */
  public TableForm withSource(@Nullable TableSource other) {
    return new TableForm(unlogged, inherits, partitionBy, parameters, tablespace, other, rows);
  }

  /** The same form, filled by other statements when it is created. */
  public TableForm withRows(List<FirstRow> others) {
    return new TableForm(unlogged, inherits, partitionBy, parameters, tablespace, source, others);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TableForm form
        && form.unlogged == unlogged
        && form.inherits.equals(inherits)
        && Objects.equals(form.partitionBy, partitionBy)
        && form.parameters.equals(parameters)
        && Objects.equals(form.tablespace, tablespace);
  }

  @Override
  public int hashCode() {
    return Objects.hash(unlogged, inherits, partitionBy, parameters, tablespace);
  }
}
