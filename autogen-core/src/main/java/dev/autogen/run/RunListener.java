package dev.autogen.run;

import dev.autogen.history.Step;
import dev.autogen.schema.QualifiedName;
import java.time.Duration;
import java.util.List;

/** Is told what a runner does, while it does it. */
public interface RunListener {

  /** Ignores everything. */
  RunListener SILENT = new RunListener() {};

  /** A revision begins: the {@code position}th, counted from 1, of {@code total}. */
  default void starting(Step step, int position, int total) {}

  /** A revision has been committed. */
  default void finished(Step step, Duration took) {}

  /** A statement is about to run. */
  default void statement(String sql) {}

  /** The statement that runs next is made of several that do the same one by one. */
  default void joined(String sql, List<String> parts) {}

  /** The migration says that it loses rows of a table on purpose. */
  default void losesRows(QualifiedName table, String reason) {}

  /** The runner waits: for another runner, for a lock, for its next attempt. */
  default void waiting(String reason) {}

  /** Batches of rows were changed: so many rows of a table until now. */
  default void rowsChanged(QualifiedName table, long rows) {}

  /** Something that does not stop the run and that a person should know. */
  default void warning(String message) {}
}
