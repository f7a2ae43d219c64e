package dev.autogen.lint;

import dev.autogen.run.ConnectionSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Connections whose statements are measured as they are sent, whoever sends them. */
final class MeasuredConnections implements ConnectionSource {

  private static final Set<String> ENDING = Set.of("commit", "setAutoCommit");

  private final ConnectionSource source;
  private final StatementLog log;

  MeasuredConnections(ConnectionSource source, StatementLog log) {
    this.source = source;
    this.log = log;
  }

  @Override
  public Connection open() throws SQLException {
    Connection connection = source.open();
    return proxy(
        Connection.class, (proxy, method, arguments) -> invoke(connection, method, arguments));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            MeasuredConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private @Nullable Object invoke(
      Connection connection, Method method, Object @Nullable [] arguments) throws Throwable {
    Object result = plainly(connection, method, arguments);
    boolean ends =
        ENDING.contains(method.getName())
            || method.getName().equals("rollback") && method.getParameterCount() == 0;
    if (ends) {
      log.transactionEnded();
    }
    if (result instanceof Statement statement) {
      boolean prepared = arguments != null && arguments.length > 0;
      String sql = prepared && arguments[0] instanceof String text ? text : "";
      return proxy(type(statement), new Measured(connection, statement, sql));
    }
    return result;
  }

  private static Class<? extends Statement> type(Statement statement) {
    return statement instanceof CallableStatement
        ? CallableStatement.class
        : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
  }

  private static @Nullable Object plainly(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A statement whose executions are measured. */
  private final class Measured implements InvocationHandler {

    private final Connection connection;
    private final Statement statement;
    private final String prepared;
    private final List<String> batch = new ArrayList<>();

    Measured(Connection connection, Statement statement, String prepared) {
      this.connection = connection;
      this.statement = statement;
      this.prepared = prepared;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      String name = method.getName();
      boolean given = arguments != null && arguments.length > 0;
      if (name.equals("addBatch") && given) {
        batch.add(String.valueOf(arguments[0]));
      }
      if (!name.startsWith("execute") || !log.isOfMigration()) {
        return plainly(statement, method, arguments);
      }
      String sql =
          given && arguments[0] instanceof String text
              ? text
              : batch.isEmpty() ? prepared : String.join(";\n", batch);
      boolean answers = name.equals("executeQuery");
      Object result = log.measured(connection, sql, answers, () -> executed(method, arguments));
      return result == null ? nothing(method.getReturnType()) : result;
    }

    private @Nullable Object executed(Method method, Object @Nullable [] arguments)
        throws SQLException {
      try {
        return plainly(statement, method, arguments);
      } catch (SQLException | RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new SQLException(e);
      }
    }

    /** The answer of a statement that was left out. */
    private static @Nullable Object nothing(Class<?> type) {
      if (type == boolean.class) {
        return false;
      } else if (type == int.class) {
        return 0;
      }
      return type == long.class ? 0L : type == int[].class ? new int[0] : new long[0];
    }
  }
}
