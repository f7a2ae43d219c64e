package dev.autogen.dialect.mysql;

import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server of a dialect, which is asked once, by the first connection. An address tells neither
 * the version nor, since drivers and addresses of MariaDB and MySQL reach both, which of the two it
 * is.
 */
final class KnownServer {

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

  private static final String VARIABLES =
      "show variables where variable_name in ('version', 'version_comment',"
          + " 'lower_case_table_names', 'collation_database', 'character_set_collations',"
          + " 'default_collation_for_utf8mb4')";

  private final Server assumed;
  private volatile @Nullable Server asked;

  /**
   * A server that was not asked yet.
   *
   * @param assumed what the address lets assume
   */
  KnownServer(Server assumed) {
    this.assumed = assumed;
  }

  /** What is known of it. */
  Server get() {
    Server known = asked;
    return known == null ? assumed : known;
  }

  /**
   * The server of a connection.
   *
   * @throws AutogenException if it is too old, or neither MySQL nor MariaDB
   */
  Server of(Connection connection) throws SQLException {
    Server known = asked;
    if (known == null) {
      known = ask(connection);
      requireSupport(known);
      asked = known;
    }
    return known;
  }

  private static Server ask(Connection connection) throws SQLException {
    Map<String, String> variables = new HashMap<>();
    Map<String, String> collations = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(VARIABLES)) {
        while (row.next()) {
          variables.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2));
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "select character_set_name, default_collate_name from"
                  + " information_schema.character_sets")) {
        while (row.next()) {
          collations.put(row.getString(1), row.getString(2));
        }
      }
    }
    for (String each : variables.getOrDefault("character_set_collations", "").split(",")) {
      String[] parts = each.strip().split("=", 2);
      if (parts.length == 2) {
        collations.put(parts[0], parts[1]);
      }
    }
    @Nullable String usual = variables.get("default_collation_for_utf8mb4");
    if (usual != null && !usual.isEmpty()) {
      collations.put("utf8mb4", usual);
    }
    String version = variables.getOrDefault("version", "");
    String comment = variables.getOrDefault("version_comment", "");
    if (version.contains("TiDB") || comment.contains("TiDB")) {
      throw AutogenException.failed(
          "the database is TiDB, which autogen does not know; nothing was done", null);
    }
    boolean mariaDb =
        version.toLowerCase(Locale.ROOT).contains("mariadb")
            || comment.toLowerCase(Locale.ROOT).contains("mariadb");
    return new Server(
        mariaDb,
        version(version),
        !variables.getOrDefault("lower_case_table_names", "0").equals("0"),
        variables.getOrDefault("collation_database", ""),
        collations);
  }

  private static Server.Version version(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.find()) {
      return new Server.Version(0, 0, 0);
    }
    return new Server.Version(
        Integer.parseInt(numbers.group(1)),
        Integer.parseInt(numbers.group(2)),
        numbers.group(3) == null ? 0 : Integer.parseInt(numbers.group(3)));
  }

  private static void requireSupport(Server server) {
    if (server.isMariaDb() ? server.isAtLeast(10, 6, 0) : server.isAtLeast(8, 0, 16)) {
      return;
    }
    throw AutogenException.failed(
        server
            + " is too old; nothing was done. autogen works on "
            + (server.isMariaDb()
                ? "MariaDB 10.6 and later, since before that an interrupted ALTER TABLE can leave a"
                    + " table half changed"
                : "MySQL 8.0.16 and later, since before that there are no checks")
            + ". Upgrade the server",
        null);
  }
}
