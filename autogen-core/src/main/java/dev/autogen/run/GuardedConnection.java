package dev.autogen.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** The connection that a migration sees: it cannot end a transaction that is not its own. */
final class GuardedConnection {

  private static final Set<String> OF_THE_RUNNER =
      Set.of("commit", "setAutoCommit", "abort", "close");

  private GuardedConnection() {}

  static Connection of(Connection connection, boolean transactional) {
    return (Connection)
        Proxy.newProxyInstance(
            GuardedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              refuse(method, transactional);
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void refuse(Method method, boolean transactional) throws SQLException {
    String name = method.getName();
    boolean rollbackOfAll = name.equals("rollback") && method.getParameterCount() == 0;
    boolean ofTheRunner =
        transactional ? OF_THE_RUNNER.contains(name) || rollbackOfAll : name.equals("close");
    if (ofTheRunner) {
      throw new SQLException(
          "Connection."
              + name
              + " is the runner's: a revision commits together with its version row; work that"
              + " commits by itself belongs in op.autocommit(o -> o.connection(...))");
    }
  }
}
