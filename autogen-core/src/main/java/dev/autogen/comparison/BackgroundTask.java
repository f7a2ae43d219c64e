package dev.autogen.comparison;

import dev.autogen.schema.AutogenException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work with a database that runs in the background while the caller does something else. */
final class BackgroundTask<T> implements AutoCloseable {

  /** Work that may fail at the database. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  private final FutureTask<T> task;
  private final Thread thread;

  private BackgroundTask(Work<T> work) {
    this.task = new FutureTask<>(work::run);
    this.thread = new Thread(task, "catalog");
    this.thread.setDaemon(true);
  }

  /** Starts the work. */
  static <T> BackgroundTask<T> of(Work<T> work) {
    BackgroundTask<T> background = new BackgroundTask<>(work);
    background.thread.start();
    return background;
  }

  /**
   * The result of the work; waits for it.
   *
   * @throws SQLException if the work failed at the database
   */
  T result() throws SQLException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      } else if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      } else if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while the database is read", e);
    }
  }

  /** Waits for the work to end, so that the caller can close the connection it uses. */
  @Override
  public void close() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
