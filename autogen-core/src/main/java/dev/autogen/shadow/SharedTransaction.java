package dev.autogen.shadow;

import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.run.ConnectionSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that serves as several and is rolled back at the end. A trial in it does not need
 * a copy of a database that took long to prepare.
 *
 * <p>All its connections are one connection. The begin of a transaction becomes a savepoint, a
 * commit makes the checks that a commit would make, and a rollback goes back to the savepoint. A
 * statement that fails between transactions ends the trial.
 */
final class SharedTransaction implements ConnectionSource, AutoCloseable {

  private final ConnectionSource database;
  private final ThrowawayRules rules;
  private final Connection connection;
  private final Set<String> numbering;

  private SharedTransaction(
      ConnectionSource database,
      ThrowawayRules rules,
      Connection connection,
      Set<String> numbering) {
    this.database = database;
    this.rules = rules;
    this.connection = connection;
    this.numbering = numbering;
  }

  /**
   * Begins a transaction.
   *
   * @throws SQLException if the database cannot be reached
   */
  static SharedTransaction on(ConnectionSource database, ThrowawayRules rules) throws SQLException {
    Connection connection = database.open();
    try {
      Set<String> numbering = rules.numbering(connection);
      connection.setAutoCommit(false);
      return new SharedTransaction(database, rules, connection, numbering);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Connection open() throws SQLException {
    Part part = new Part();
    part.begin();
    return (Connection)
        Proxy.newProxyInstance(
            SharedTransaction.class.getClassLoader(), new Class<?>[] {Connection.class}, part);
  }

  @Override
  public Connection openOwnSession() throws SQLException {
    return database.open();
  }

  /** Rolls everything back, and sets sequences back to the numbers that they had. */
  @Override
  public void close() throws SQLException {
    try (Connection ended = connection) {
      ended.rollback();
      ended.setAutoCommit(true);
      Set<String> moved = new HashSet<>(numbering);
      moved.removeAll(rules.numbering(ended));
      try (Statement statement = ended.createStatement()) {
        for (String sql : moved) {
          statement.execute(sql);
        }
      }
    }
  }

  /** A connection that is part of the shared transaction. */
  private final class Part implements InvocationHandler {

    private @Nullable Savepoint start;
    private boolean closed;

    void begin() throws SQLException {
      if (start == null) {
        start = connection.setSavepoint();
      }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      boolean plain = arguments == null || arguments.length == 0;
      switch (method.getName()) {
        case "getAutoCommit":
          return false;
        case "setAutoCommit":
          if (arguments != null && Boolean.TRUE.equals(arguments[0])) {
            end();
          } else {
            begin();
          }
          return null;
        case "commit":
          end();
          begin();
          return null;
        case "rollback":
          if (plain) {
            if (start != null) {
              connection.rollback(start);
            }
            return null;
          }
          break;
        case "close":
          close();
          return null;
        case "isClosed":
          return closed;
        default:
          break;
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    /** Makes the checks that a commit would make. */
    private void end() throws SQLException {
      Savepoint begun = start;
      if (begun != null) {
        try (Statement statement = connection.createStatement()) {
          for (String sql : rules.checksOfCommit()) {
            statement.execute(sql);
          }
        }
        connection.releaseSavepoint(begun);
        start = null;
      }
    }

    private void close() throws SQLException {
      if (!closed && start != null) {
        connection.rollback(start);
        connection.releaseSavepoint(start);
        start = null;
      }
      closed = true;
    }
  }
}
