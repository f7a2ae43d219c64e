package dev.autogen.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a session that works. Whatever the server or the user sets, values that do not
 * fit are refused, and quotes mean the same. Variables of the session keep what was there before.
 */
final class MySqlSession {

  private static final String STRICT =
      "'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

  /** The statement that makes a session refuse what does not fit. */
  static final String STRICT_SETTINGS =
      "set sql_mode = "
          + STRICT
          + ", time_zone = '+00:00', foreign_key_checks = 1, unique_checks = 1";

  private static final List<String> SETTINGS =
      List.of(
          "sql_mode",
          "time_zone",
          "foreign_key_checks",
          "unique_checks",
          "wait_timeout",
          "lock_wait_timeout",
          "innodb_lock_wait_timeout");

  private static final Set<String> TEXTS = Set.of("sql_mode", "time_zone");

  /** The longest that the server takes. */
  private static final long A_YEAR = 31_536_000;

  private MySqlSession() {}

  static void use(Connection connection, Duration lockTimeout) throws SQLException {
    String kept =
        SETTINGS.stream()
            .map(each -> "@autogen_" + each + " = coalesce(@autogen_" + each + ", @@" + each + ")")
            .collect(Collectors.joining(", "));
    MySqlExecutionRules.execute(
        connection,
        "set "
            + kept
            + ", sql_mode = "
            + STRICT
            + ", time_zone = '+00:00', foreign_key_checks = 1, unique_checks = 1, wait_timeout = "
            + A_YEAR
            + lockWait(lockTimeout));
  }

  static void restore(Connection connection) throws SQLException {
    String former =
        SETTINGS.stream()
            .map(each -> each + " = " + former(each))
            .collect(Collectors.joining(", "));
    String forgotten =
        SETTINGS.stream()
            .map(each -> "@autogen_" + each + " = null")
            .collect(Collectors.joining(", "));
    MySqlExecutionRules.execute(connection, "set " + former + ", " + forgotten);
  }

  /** MariaDB takes no text for a number. */
  private static String former(String setting) {
    String value = "coalesce(@autogen_" + setting + ", @@" + setting + ")";
    return TEXTS.contains(setting) ? value : "cast(" + value + " as unsigned)";
  }

  static void limitLockWait(Connection connection, Duration limit) throws SQLException {
    MySqlExecutionRules.execute(connection, "set " + lockWait(limit).substring(2));
  }

  /** Whole seconds; no limit is the longest that there is. */
  private static String lockWait(Duration limit) {
    long seconds =
        limit.isZero() ? A_YEAR : Math.max(1, Math.min(A_YEAR, (limit.toMillis() + 999) / 1000));
    return ", lock_wait_timeout = " + seconds + ", innodb_lock_wait_timeout = " + seconds;
  }

  static String id(Connection connection) throws SQLException {
    return String.valueOf(MySqlExecutionRules.text(connection, "select connection_id()"));
  }

  /** Why nothing can be written, or null. */
  static @Nullable String refusal(Connection connection, Server server) throws SQLException {
    if (connection.isReadOnly()) {
      return "the connection is read-only";
    }
    String readOnly =
        server.isMariaDb() ? "@@global.read_only" : "@@global.read_only + @@global.super_read_only";
    String value = MySqlExecutionRules.text(connection, "select " + readOnly);
    if ("2".equals(value) || "1".equals(value) && !mayWriteAnyway(connection)) {
      return "the server is read-only (read_only is set): it may be a replica";
    }
    return null;
  }

  private static boolean mayWriteAnyway(Connection connection) throws SQLException {
    String rights =
        MySqlExecutionRules.text(
            connection,
            "select count(*) from information_schema.user_privileges where privilege_type in"
                + " ('SUPER', 'CONNECTION_ADMIN', 'READ_ONLY ADMIN', 'READ ONLY ADMIN')");
    return !"0".equals(rights);
  }
}
