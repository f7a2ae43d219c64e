package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one table that {@link Operations#batchAlterTable} makes. Each does what the method
 * of the same name does that takes the table.
 */
public final class TableChanges {

  private final Operations operations;
  private final QualifiedName table;

  TableChanges(Operations operations, QualifiedName table) {
    this.operations = operations;
    this.table = table;
  }

  /** Adds a column. */
  public void addColumn(ColumnDefinition column) {
    operations.addColumn(table, column);
  }

  /** Drops a column. */
  public void dropColumn(String column) {
    operations.dropColumn(table, column);
  }

  /** Renames a column. */
  public void renameColumn(String from, String to) {
    operations.renameColumn(table, from, to);
  }

  /** Changes a column from what it is. */
  public void alterColumn(ColumnDefinition to) {
    operations.alterColumn(table, to);
  }

  /** Changes a column. */
  public void alterColumn(ColumnDefinition from, ColumnDefinition to) {
    operations.alterColumn(table, from, to);
  }

  /** Changes a column; its values are converted by the SQL expression {@code using}. */
  public void alterColumn(ColumnDefinition from, ColumnDefinition to, String using) {
    operations.alterColumn(table, from, to, using);
  }

  /** Gives the rows whose column is null a value: an SQL expression over the row. */
  public void backfill(String column, @Nullable String expression) {
    operations.backfill(table, column, expression);
  }

  /** Adds a constraint. */
  public void addConstraint(ConstraintDefinition constraint) {
    operations.addConstraint(table, constraint);
  }

  /** Drops a constraint. */
  public void dropConstraint(String name) {
    operations.dropConstraint(table, name);
  }

  /** Renames a constraint. */
  public void renameConstraint(String from, String to) {
    operations.renameConstraint(table, from, to);
  }

  /** Creates an index. */
  public void createIndex(IndexDefinition index) {
    operations.createIndex(table, index);
  }

  /** Drops an index. */
  public void dropIndex(String name) {
    operations.dropIndex(table, name);
  }

  /** Renames an index. */
  public void renameIndex(String from, String to) {
    operations.renameIndex(table, from, to);
  }

  /** Changes the comment of the table; null removes it. */
  public void comment(@Nullable String comment) {
    operations.commentTable(table, comment);
  }
}
