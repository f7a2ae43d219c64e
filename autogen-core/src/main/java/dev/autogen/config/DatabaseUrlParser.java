package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From the spellings of a database's address that people have to the one of JDBC. */
final class DatabaseUrlParser {

  /**
   * {@code postgresql://}, with an optional driver suffix, {@code r2dbc:} or {@code r2dbc:pool:}.
   */
  private static final Pattern POSTGRESQL =
      Pattern.compile(
          "(?i)(r2dbcs?:(?:pool:|proxy:)?|jdbc:)?(?:postgres|postgresql)(\\+\\w+)?:(.*)",
          Pattern.DOTALL);

  private static final Pattern OTHER_JDBC = Pattern.compile("(?i)jdbc:\\w+:.*", Pattern.DOTALL);
  private static final Pattern CREDENTIAL =
      Pattern.compile("(?i)(?<=[?&;])(user|username|password)=([^&;]*)[&;]?");

  private static final Pattern EMBEDDED_POSTGRESQL =
      Pattern.compile("postgres(?:ql)?(:\\d+(?:\\.\\d+){0,2})?");

  private DatabaseUrlParser() {}

  static DatabaseUrl parse(String text) {
    if (text.toLowerCase(Locale.ROOT).startsWith("embedded:")) {
      return embedded(text);
    }
    Matcher postgresql = POSTGRESQL.matcher(text);
    if (postgresql.matches()) {
      return postgresql(postgresql.group(1), postgresql.group(3));
    }
    if (OTHER_JDBC.matcher(text).matches()) {
      return otherJdbc(text);
    }
    throw AutogenException.usage(
        "The database URL "
            + form(text)
            + " is not of a form that autogen knows; write it like"
            + " postgresql://user@host:5432/database, jdbc:postgresql://host:5432/database"
            + " or embedded:postgresql.");
  }

  /** The scheme alone: the rest may hold a password. */
  private static String form(String text) {
    Matcher scheme = Pattern.compile("[A-Za-z][\\w+.-]*:").matcher(text);
    return scheme.lookingAt() ? "that begins with \"" + scheme.group() + "\"" : "given";
  }

  private static DatabaseUrl embedded(String text) {
    String kind = text.substring("embedded:".length()).toLowerCase(Locale.ROOT);
    Matcher postgresql = EMBEDDED_POSTGRESQL.matcher(kind);
    if (!postgresql.matches()) {
      throw AutogenException.usage(
          "There is no embedded database \""
              + kind
              + "\"; write embedded:postgresql, or embedded:postgresql:16 for a version of it.");
    }
    String version = postgresql.group(1) == null ? "" : postgresql.group(1);
    return new DatabaseUrl("embedded:postgresql" + version, Map.of());
  }

  private static DatabaseUrl postgresql(@Nullable String prefix, String rest) {
    boolean jdbc = prefix != null && prefix.equalsIgnoreCase("jdbc:");
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    String query = question < 0 ? "" : rest.substring(question + 1);
    // pgJDBC reads a plus as a space, libpq does not.
    Map<String, String> parameters = parameters(jdbc ? query.replace("+", "%20") : query);
    Map<String, String> credentials = new LinkedHashMap<>();

    int at = place.lastIndexOf('@');
    if (place.startsWith("//") && at >= 0) {
      String[] userInfo = place.substring(2, at).split(":", 2);
      put(credentials, "user", decode(userInfo[0]));
      put(credentials, "password", userInfo.length > 1 ? decode(userInfo[1]) : null);
      place = "//" + place.substring(at + 1);
    }
    if (!jdbc) {
      parameters = PostgreSqlParameters.forJdbc(parameters);
      place = withHost(place, parameters);
    }
    if (prefix != null && prefix.toLowerCase(Locale.ROOT).startsWith("r2dbcs")) {
      parameters.putIfAbsent("sslmode", "require");
    }
    put(credentials, "user", parameters.remove("user"));
    put(credentials, "user", parameters.remove("username"));
    put(credentials, "password", parameters.remove("password"));
    put(credentials, "sslpassword", parameters.remove("sslpassword"));
    return new DatabaseUrl("jdbc:postgresql:" + place + query(parameters), credentials);
  }

  private static String withHost(String place, Map<String, String> parameters) {
    String host = parameters.remove("host");
    String port = parameters.remove("port");
    if (host != null && host.startsWith("/")) {
      throw AutogenException.usage(
          "The database URL names the Unix socket " + host + "; JDBC needs a host name.");
    }
    Matcher hostless = Pattern.compile("//(/.*)?").matcher(place);
    if (!hostless.matches()) {
      return place.indexOf('/', 2) < 0 ? place + "/" : place;
    }
    String path = hostless.group(1) == null ? "/" : hostless.group(1);
    return "//" + (host == null ? "localhost" : host) + (port == null ? "" : ":" + port) + path;
  }

  private static DatabaseUrl otherJdbc(String text) {
    Map<String, String> credentials = new LinkedHashMap<>();
    Matcher matcher = CREDENTIAL.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1).toLowerCase(Locale.ROOT);
      put(credentials, name.equals("username") ? "user" : name, decode(matcher.group(2)));
    }
    String bare = matcher.replaceAll("").replaceAll("[?&;]$", "");
    Matcher userInfo = Pattern.compile("^(jdbc:\\w+:(?:\\w+:)?//)([^/?]*)@").matcher(bare);
    if (userInfo.find()) {
      String[] parts = userInfo.group(2).split(":", 2);
      put(credentials, "user", decode(parts[0]));
      put(credentials, "password", parts.length > 1 ? decode(parts[1]) : null);
      bare = userInfo.replaceFirst("$1");
    }
    return new DatabaseUrl(bare, credentials);
  }

  private static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      map.putIfAbsent(key, value);
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        parameters.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
      }
    }
    return parameters;
  }

  private static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Percent-decoding that leaves alone what is no code: passwords hold percent signs. */
  private static String decode(String text) {
    Matcher codes = Pattern.compile("(?:%[0-9A-Fa-f]{2})+").matcher(text);
    return codes.replaceAll(
        run -> {
          String hex = run.group().replace("%", "");
          byte[] bytes = new byte[hex.length() / 2];
          for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
          }
          return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
        });
  }
}
