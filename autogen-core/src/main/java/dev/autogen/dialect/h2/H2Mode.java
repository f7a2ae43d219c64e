package dev.autogen.dialect.h2;

import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings of a database that decide how H2 reads SQL. */
final class H2Mode {

  private static final String SETTINGS =
      "select SETTING_NAME, SETTING_VALUE from INFORMATION_SCHEMA.SETTINGS where SETTING_NAME in"
          + " ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS',"
          + " 'NON_KEYWORDS', 'DEFAULT_NULL_ORDERING')";

  private static final Pattern SETTING =
      Pattern.compile(
          "(?i);\\s*(?:mode|database_to_upper|database_to_lower|case_insensitive_identifiers"
              + "|non_keywords|default_null_ordering)\\s*=[^;]*");

  private H2Mode() {}

  /** The settings of the database of a connection. */
  static Map<String, String> of(Connection connection) throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SETTINGS)) {
      while (rows.next()) {
        settings.put(rows.getString(1).toUpperCase(Locale.ROOT), rows.getString(2));
      }
    }
    return settings;
  }

  /** The settings that a URL gives, as a part of a URL. */
  static String of(String jdbcUrl) {
    return SETTING.matcher(jdbcUrl).results().map(MatchResult::group).collect(Collectors.joining());
  }

  /** The settings as a part of a URL. */
  static String url(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(each -> ";" + each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining());
  }

  /**
   * Refuses a database in the mode {@code LEGACY}, which has the types and sequences of H2 1.x.
   *
   * @throws AutogenException if it is in that mode
   */
  static void refuseLegacy(Connection connection) throws SQLException {
    if ("LEGACY".equals(of(connection).get("MODE"))) {
      throw AutogenException.failed(
          "the database is in H2's mode LEGACY, which autogen does not know; nothing was done. Use"
              + " MODE=REGULAR in its URL",
          null);
    }
  }
}
