package dev.autogen.migration;

import dev.autogen.operation.Backfill;
import dev.autogen.operation.BackfillInBatches;
import dev.autogen.operation.CommitEachStep;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a migration can do. Each operation runs when its method is called, so that a condition sees
 * the effect of the operations before it.
 *
 * <p>Old values may be left out ({@code dropColumn("users", "email")}); operations that need them
 * take them from the schema at that point.
 */
public interface Operations extends SchemaOperations {

  /** Runs an operation. The other methods of this interface call it. */
  @Override
  void run(Operation operation);

  /** Work on the connection that the migration runs on, for data. */
  @FunctionalInterface
  interface ConnectionWork {

    /** Does the work; the connection's transaction belongs to the runner. */
    void run(Connection connection) throws SQLException;
  }

  /** Runs SQL of one or more statements, without an inverse. */
  default void execute(String sql) {
    run(new ExecuteSql(sql, null));
  }

  /** Runs SQL, and names the SQL that undoes it. */
  default void execute(String sql, String inverse) {
    run(new ExecuteSql(sql, inverse));
  }

  /** Gives the rows whose column is null a value: an SQL expression over the row. */
  default void backfill(String table, String column, @Nullable String expression) {
    backfill(QualifiedName.of(table), column, expression);
  }

  /** Gives the rows whose column is null a value: an SQL expression over the row. */
  default void backfill(QualifiedName table, String column, @Nullable String expression) {
    run(new Backfill(table, column, expression));
  }

  /**
   * Changes of one table, one after the other: {@code op.batchAlterTable("users", b -> …)}. What
   * stands together is carried out together where the database does that: on SQLite the table is
   * made anew once for all of them.
   */
  default void batchAlterTable(String table, Consumer<TableChanges> changes) {
    batchAlterTable(QualifiedName.of(table), changes);
  }

  /** Changes of one table, one after the other. */
  default void batchAlterTable(QualifiedName table, Consumer<TableChanges> changes) {
    changes.accept(new TableChanges(this, table));
  }

  /**
   * Changes the rows that meet a condition, in batches along the primary key. Each batch commits by
   * itself. A run that was interrupted goes on with the rows that still meet the condition.
   *
   * @param set the assignments, such as {@code status = 'new'}
   * @param where which rows are left to do, such as {@code status is null}; on a table without a
   *     primary key it must not hold for a row that was changed
   * @param batch the most rows of one batch
   * @throws IllegalArgumentException if the batch has no row
   */
  default void backfillInBatches(String table, String set, String where, int batch) {
    backfillInBatches(QualifiedName.of(table), set, where, batch);
  }

  /** Changes the rows that meet a condition, in batches along the primary key. */
  default void backfillInBatches(QualifiedName table, String set, String where, int batch) {
    run(new BackfillInBatches(table, set, where, batch));
  }

  /**
   * Inserts rows in batches.
   *
   * @param rows column names and values, each row with the same columns as the first
   */
  void bulkInsert(QualifiedName table, List<? extends Map<String, ?>> rows);

  /** Inserts rows in batches. */
  default void bulkInsert(String table, List<? extends Map<String, ?>> rows) {
    bulkInsert(QualifiedName.of(table), rows);
  }

  /**
   * Works on the migration's own connection; skipped when SQL is only written.
   *
   * <p>Within {@code autocommit} each statement commits by itself, as batches need it. Such work is
   * begun again after a crash: write it so that it does what is left to do.
   */
  void connection(ConnectionWork work);

  /**
   * Says that the migration loses rows of a table on purpose: by work on a connection, or by a
   * function that SQL calls. {@code autogen prove} then lists the loss and does not count it as a
   * failure. Nothing is run.
   *
   * @param table the table as the migration names it at this point
   * @param reason why that is right, for those who read what was lost
   */
  default void losesRows(String table, String reason) {
    losesRows(QualifiedName.of(table), reason);
  }

  /** Says that the migration loses rows of a table on purpose. */
  default void losesRows(QualifiedName table, String reason) {}

  /**
   * Accepts a hazard that {@code autogen lint} finds in the next operation, which is then not
   * reported. Nothing is run.
   *
   * @param code the code of the finding, such as {@code AG101}
   * @param reason why it does no harm here
   */
  default void accept(String code, String reason) {}

  /**
   * Runs operations on one kind of database alone, in its own words, in a migration for several
   * ({@link Revision#dialects}).
   *
   * @param dialect such as {@code mysql}
   * @throws AutogenException if the migration does not name several kinds of database
   */
  default void on(String dialect, Consumer<Operations> work) {
    on(List.of(dialect), work);
  }

  /** Runs operations on some kinds of database alone, in their own words. */
  default void on(List<String> dialects, Consumer<Operations> work) {
    throw AutogenException.usage(
        "op.on names "
            + String.join(" and ", dialects)
            + ", but the migration is for one kind of database; name all that it is for in"
            + " @Revision(dialects = {…}).");
  }

  /** The schema as it is at this point. */
  Schema inspect();

  /**
   * What {@code -x key=value} gave on the command line.
   *
   * @throws AutogenException if nothing was given under that key
   */
  default String argument(String key) {
    throw AutogenException.usage("the migration needs an argument; pass -x " + key + "=VALUE");
  }

  /** What {@code -x key=value} gave on the command line, or else the fallback. */
  default String argument(String key, String fallback) {
    try {
      return argument(key);
    } catch (AutogenException e) {
      return fallback;
    }
  }

  /** What {@code --tag} gave on the command line, for migrations that differ by it. */
  default Optional<String> tag() {
    return Optional.empty();
  }

  /**
   * Commits what was done before, and lets each operation that follows commit by itself, so that it
   * keeps no lock while the next one runs. After a crash the migration goes on where it was, as
   * with {@link #autocommit}.
   */
  default void commitEachStep() {
    run(new CommitEachStep());
  }

  /**
   * Runs operations outside a transaction, as {@code CREATE INDEX CONCURRENTLY} must be. What was
   * done before is committed first.
   *
   * <p>After a crash the migration is run again from its beginning: what was committed is skipped,
   * {@code inspect()} answers as it did then, and what follows is run.
   */
  void autocommit(Consumer<Operations> operations);
}
