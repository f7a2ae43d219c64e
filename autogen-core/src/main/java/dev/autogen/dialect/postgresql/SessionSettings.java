package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.ExecutionRules.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sets and restores the settings of a runner's sessions, whatever their role or database sets. */
final class SessionSettings {

  private static final String PREPARE =
      "select pg_catalog.pg_backend_pid()::pg_catalog.text as pid,"
          + " pg_catalog.current_schema() as schema,"
          + " pg_catalog.current_setting('search_path') as path,"
          + " pg_catalog.pg_is_in_recovery() as standby,"
          + " pg_catalog.current_setting('transaction_read_only') as readonly,"
          + " pg_catalog.set_config('lock_timeout', ?, false)";

  /**
   * Lets the server notice that a runner was killed while its statement runs, and roll it back. The
   * setting exists since PostgreSQL 14, and not on every platform.
   */
  private static final String CHECK_CLIENT =
      "select pg_catalog.set_config('client_connection_check_interval', '2s', false)"
          + " where pg_catalog.current_setting('client_connection_check_interval', true)"
          + " operator(pg_catalog.=) '0'";

  /**
   * Gives a literal with a backslash the same meaning everywhere, keeps an idle session open, and
   * puts PostgreSQL's own functions and operators before all others.
   */
  private static final String STEADY =
      "select pg_catalog.set_config('standard_conforming_strings', 'on', false),"
          + " pg_catalog.set_config('idle_session_timeout', '0', false),"
          + " pg_catalog.set_config('idle_in_transaction_session_timeout', '0', false); "
          + SearchPath.CATALOG_FIRST;

  /**
   * Reads the settings that {@link #prepare} changes; a query of {@code pg_settings} would read all
   * settings.
   */
  private static final String RESTORE =
      "reset lock_timeout; reset client_connection_check_interval;"
          + " reset standard_conforming_strings; reset idle_session_timeout;"
          + " reset idle_in_transaction_session_timeout; reset synchronous_commit; "
          + SearchPath.AS_IT_WAS;

  /**
   * Enters a schema, and keeps the schemas of extensions in the path, so that their types,
   * functions and operators are found.
   */
  private static final String ENTER =
      "select pg_catalog.set_config('search_path', pg_catalog.concat_ws(', ',"
          + " pg_catalog.quote_ident(?), (select pg_catalog.string_agg(distinct"
          + " pg_catalog.quote_ident(n.nspname), ', ')"
          + " from pg_catalog.pg_extension e join pg_catalog.pg_namespace n"
          + " on n.oid operator(pg_catalog.=) e.extnamespace"
          + " where n.nspname operator(pg_catalog.<>) 'pg_catalog')), false)";

  private static final String SET_PATH = "select pg_catalog.set_config('search_path', ?, false)";

  private SessionSettings() {}

  static Session prepare(Connection connection, Duration lockTimeout) throws SQLException {
    useOwnSettings(connection);
    checkClient(connection);
    try (PreparedStatement query = connection.prepareStatement(PREPARE)) {
      query.setString(1, lockTimeout.toMillis() + "ms");
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Session(
            row.getString("pid"), row.getString("schema"), row.getString("path"), refusal(row));
      }
    }
  }

  private static void checkClient(Connection connection) throws SQLException {
    try {
      PostgreSqlExecutionRules.execute(connection, CHECK_CLIENT);
    } catch (SQLException e) {
      if (!"22023".equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  private static @Nullable String refusal(ResultSet row) throws SQLException {
    if (row.getBoolean("standby")) {
      return "it is a standby in recovery; give the URL of the primary";
    }
    return "on".equals(row.getString("readonly"))
        ? "its transactions are read-only (default_transaction_read_only)"
        : null;
  }

  static void useOwnSettings(Connection connection) throws SQLException {
    PostgreSqlExecutionRules.execute(connection, STEADY);
  }

  static void restore(Connection connection) throws SQLException {
    PostgreSqlExecutionRules.execute(connection, RESTORE);
  }

  static boolean enterSchema(Connection connection, String schema) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ENTER)) {
      query.setString(1, schema);
      query.executeQuery().close();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_catalog.current_schema()")) {
      return row.next() && schema.equals(row.getString(1));
    }
  }

  static void restoreSearchPath(Connection connection, Session session) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SET_PATH)) {
      query.setString(1, session.searchPath());
      query.executeQuery().close();
    }
  }

  static void limitLockWait(Connection connection, Duration limit) throws SQLException {
    PostgreSqlExecutionRules.execute(connection, "set lock_timeout = " + limit.toMillis());
  }
}
