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
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that serves as several and is rolled back at the end. A trial in it does not need
 * a copy of a database that took long to prepare.
 *
 * <p>All its connections are one connection. The begin of a transaction becomes a savepoint, a
 * commit makes the checks that a commit would make, a rollback goes back to the savepoint, and what
 * a connection has set ends with it. A statement that fails between transactions ends the trial.
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
      run(moved);
    }
  }

  private void run(Collection<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** What a method of a connection does instead. */
  private interface Action {
    void run() throws SQLException;
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
      return switch (method.getName()) {
        case "getAutoCommit" -> false;
        case "isClosed" -> closed;
        case "setAutoCommit" -> done(Boolean.TRUE.equals(arguments[0]) ? this::end : this::begin);
        case "commit" -> done(this::commit);
        case "rollback" -> plain ? done(this::rollback) : delegate(method, arguments);
        case "close" -> done(this::close);
        default -> delegate(method, arguments);
      };
    }

    private @Nullable Object delegate(Method method, Object @Nullable [] arguments)
        throws Throwable {
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private @Nullable Object done(Action action) throws SQLException {
      action.run();
      return null;
    }

    private void commit() throws SQLException {
      end();
      begin();
    }

    private void rollback() throws SQLException {
      if (start != null) {
        connection.rollback(start);
      }
    }

    /** Makes the checks that a commit would make. */
    private void end() throws SQLException {
      if (start != null) {
        run(rules.checksOfCommit());
        connection.releaseSavepoint(start);
        start = null;
      }
    }

    private void close() throws SQLException {
      if (closed) {
        return;
      }
      closed = true;
      if (start != null) {
        connection.rollback(start);
        connection.releaseSavepoint(start);
      }
      run(rules.endOfSession());
    }
  }
}
