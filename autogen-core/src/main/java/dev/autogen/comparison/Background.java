package dev.autogen.comparison;

import dev.autogen.schema.AutogenException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work with a database that goes on while the caller does something else. */
final class Background<T> implements AutoCloseable {

  /** Work that may fail at the database. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  private final FutureTask<T> task;
  private final Thread thread;

  private Background(Work<T> work) {
    this.task = new FutureTask<>(work::run);
    this.thread = new Thread(task, "catalog");
    this.thread.setDaemon(true);
  }

  /** Begins with the work. */
  static <T> Background<T> of(Work<T> work) {
    Background<T> background = new Background<>(work);
    background.thread.start();
    return background;
  }

  /**
   * What came of the work.
   *
   * @throws SQLException if it failed at the database
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

  /** Waits for the work to end: the connection that it uses may be closed then. */
  @Override
  public void close() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
