package dev.autogen.tenant;

import dev.autogen.dialect.ExecutionRules;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The connections of one worker, which takes one schema after the other. A connection that a runner
 * closes is used again after its session was reset. Not safe for several threads.
 */
final class SchemaConnections implements AutoCloseable {

  private final ConnectionSource source;
  private final ExecutionRules rules;
  private final Deque<Connection> free = new ArrayDeque<>();
  private volatile boolean unreachable;

  SchemaConnections(ConnectionSource source, ExecutionRules rules) {
    this.source = source;
    this.rules = rules;
  }

  /**
   * Connections that look up names in a schema.
   *
   * @throws AutogenException when one is opened and the schema does not exist
   */
  ConnectionSource in(String schema) {
    return () -> {
      Connection connection = free.isEmpty() ? open() : free.removeLast();
      try {
        if (!rules.enterSchema(connection, schema)) {
          throw AutogenException.failed(
              "there is no schema "
                  + schema
                  + ", or no right to use it; create it, or let the query leave it out",
              null);
        }
        return returnedWhenClosed(connection);
      } catch (SQLException | RuntimeException e) {
        discard(connection);
        throw e;
      }
    };
  }

  /** Whether the database could not be reached. Other schemas then need not be tried. */
  boolean isUnreachable() {
    return unreachable;
  }

  private Connection open() throws SQLException {
    try {
      return source.open();
    } catch (SQLException e) {
      unreachable |= isLost(e);
      throw e;
    } catch (AutogenException e) {
      unreachable |= e.getCause() instanceof SQLException cause && isLost(cause);
      throw e;
    }
  }

  private boolean isLost(SQLException failure) {
    return rules.classify(failure) == ExecutionRules.Failure.CONNECTION_LOST;
  }

  private Connection returnedWhenClosed(Connection connection) {
    AtomicBoolean closed = new AtomicBoolean();
    return (Connection)
        Proxy.newProxyInstance(
            SchemaConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                if (!closed.getAndSet(true)) {
                  takeBack(connection);
                }
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void takeBack(Connection connection) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      if (rules.forgetSession(connection)) {
        free.addLast(connection);
      } else {
        connection.close();
      }
    } catch (SQLException e) {
      discard(connection);
    }
  }

  private static void discard(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // The connection is given up, so its errors do not matter.
    }
  }

  @Override
  public void close() {
    free.forEach(SchemaConnections::discard);
    free.clear();
  }
}
