package dev.autogen.dialect.postgresql;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Translates connection parameters of libpq and other drivers into those of PostgreSQL's JDBC
 * driver.
 *
 * <p>Names follow libpq's "Parameter Key Words" (PostgreSQL manual, 32.1.2) and pgJDBC's connection
 * parameters; names without a translation are passed on unchanged, since pgJDBC ignores names that
 * it does not know.
 */
final class PostgreSqlParameters {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("connect_timeout", "connectTimeout"),
          Map.entry("application_name", "ApplicationName"),
          Map.entry("applicationname", "ApplicationName"),
          Map.entry("channel_binding", "channelBinding"),
          Map.entry("gssencmode", "gssEncMode"),
          Map.entry("target_session_attrs", "targetServerType"),
          Map.entry("schema", "currentSchema"),
          Map.entry("search_path", "currentSchema"),
          Map.entry("tcp_keepalives", "tcpKeepAlive"));

  private static final Map<String, String> SESSION_KINDS =
      Map.of(
          "read-write", "primary",
          "primary", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  private static final Set<String> SSL_MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  private PostgreSqlParameters() {}

  static Map<String, String> forJdbc(Map<String, String> parameters) {
    Map<String, String> translated = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          String key = NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
          if (key.equals("targetServerType")) {
            translated.put(key, SESSION_KINDS.getOrDefault(value, "any"));
          } else if (key.equals("ssl") && SSL_MODES.contains(value)) {
            translated.put("sslmode", value); // asyncpg
          } else {
            translated.put(key, value);
          }
        });
    return translated;
  }
}
