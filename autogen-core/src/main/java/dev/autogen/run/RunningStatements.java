package dev.autogen.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Keeps track of the statements on some connections, so that another thread can cancel them: a
 * server goes on with a statement after its client is gone, until it has something to send.
 *
 * <p>The program that embeds the runner decides whether and when; this class does not listen to
 * signals.
 */
public final class RunningStatements {

  private static final String REFUSED = "the command was interrupted";

  private final Set<Connection> connections = Collections.newSetFromMap(new WeakHashMap<>());
  private final Set<Statement> statements = Collections.newSetFromMap(new WeakHashMap<>());
  private boolean cancelled;

  /** The same connections, with their statements tracked here. */
  public ConnectionSource of(ConnectionSource source) {
    return new ConnectionSource() {
      @Override
      public Connection open() throws SQLException {
        refuseWhenCancelled();
        return watched(source.open());
      }

      @Override
      public ConnectionSource toChange() {
        return of(source.toChange());
      }

      @Override
      public ConnectionSource as(String user, String password) throws SQLException {
        return of(source.as(user, password));
      }
    };
  }

  private Connection watched(Connection connection) {
    synchronized (this) {
      connections.add(connection);
    }
    return (Connection)
        Proxy.newProxyInstance(
            RunningStatements.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> invoke(connection, method, arguments));
  }

  private Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
    boolean statement = Statement.class.isAssignableFrom(method.getReturnType());
    if (statement) {
      refuseWhenCancelled();
    }
    try {
      Object result = method.invoke(connection, arguments);
      if (statement) {
        synchronized (this) {
          statements.add((Statement) result);
        }
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private synchronized void refuseWhenCancelled() throws SQLException {
    if (cancelled) {
      throw new SQLException(REFUSED);
    }
  }

  /**
   * Cancels the running statements, and lets no further one begin; what was not committed can still
   * be rolled back. A second call also cancels statements that had been prepared before and were
   * started since.
   */
  public void cancel() {
    List<Statement> running;
    synchronized (this) {
      cancelled = true;
      running = new ArrayList<>(statements);
    }
    for (Statement statement : running) {
      try {
        if (!statement.isClosed()) {
          statement.cancel();
        }
      } catch (SQLException e) {
        // It has ended, or its connection has.
      }
    }
  }

  /** Whether one of the connections is open, so that there may be something to roll back. */
  public boolean isConnected() {
    return !open().isEmpty();
  }

  /** Ends the statements and takes the connections away from a thread that does not give up. */
  public void abort() {
    cancel();
    for (Connection connection : open()) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        // It is gone.
      }
    }
  }

  private List<Connection> open() {
    List<Connection> open;
    synchronized (this) {
      open = new ArrayList<>(connections);
    }
    open.removeIf(RunningStatements::isClosed);
    return open;
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true; // nothing can be done on it any more
    }
  }
}
