package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the common forms of a database address into the form of JDBC. No message repeats the
 * address: if it is mistyped, any part of it may be the password.
 */
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
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][\\w+.-]{0,20}:(?=//)");

  private static final Pattern EMBEDDED_POSTGRESQL =
      Pattern.compile("postgres(?:ql)?(:\\d+(?:\\.\\d+){0,2})?");

  private static final String LIKE =
      "; write it like postgresql://user@host:5432/database, jdbc:postgresql://host:5432/database"
          + " or embedded:postgresql";
  private static final String ENCODE =
      ". Within a password or a name, write @ : / ? # & ; = as %40 %3A %2F %3F %23 %26 %3B %3D, or"
          + " give the password by itself, as \"password\" beside \"url\" or in PGPASSWORD";

  private final String text;
  private final String origin;

  private DatabaseUrlParser(String text, String origin) {
    this.text = text;
    this.origin = origin;
  }

  static DatabaseUrl parse(String text, String origin) {
    return new DatabaseUrlParser(text, origin).parse();
  }

  private DatabaseUrl parse() {
    if (text.toLowerCase(Locale.ROOT).startsWith("embedded:")) {
      return embedded();
    }
    Matcher postgresql = POSTGRESQL.matcher(text);
    if (postgresql.matches()) {
      return postgresql(postgresql.group(1), postgresql.group(3));
    }
    if (OTHER_JDBC.matcher(text).matches()) {
      return otherJdbc();
    }
    Matcher scheme = SCHEME.matcher(text);
    throw wrong(
        (scheme.lookingAt() ? " begins with \"" + scheme.group() + "\", which" : "")
            + " is not of a form that autogen knows");
  }

  private AutogenException wrong(String what) {
    return AutogenException.usage("The database URL" + origin + what + LIKE + ".");
  }

  private AutogenException mistyped(String what) {
    return AutogenException.usage(
        "The database URL" + origin + " cannot be read: " + what + LIKE + ENCODE + ".");
  }

  private DatabaseUrl embedded() {
    String kind = text.substring("embedded:".length()).toLowerCase(Locale.ROOT);
    Matcher postgresql = EMBEDDED_POSTGRESQL.matcher(kind);
    if (!postgresql.matches()) {
      throw AutogenException.usage(
          "The database URL"
              + origin
              + " names no embedded database that there is; write embedded:postgresql, or"
              + " embedded:postgresql:16 for a version of it.");
    }
    String version = postgresql.group(1) == null ? "" : postgresql.group(1);
    return new DatabaseUrl("embedded:postgresql" + version, Map.of());
  }

  private DatabaseUrl postgresql(@Nullable String prefix, String rest) {
    boolean jdbc = prefix != null && prefix.equalsIgnoreCase("jdbc:");
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    // pgJDBC reads a plus as a space, libpq does not.
    String query = question < 0 ? "" : rest.substring(question + 1);
    Map<String, String> credentials = new LinkedHashMap<>();
    int at = place.lastIndexOf('@');
    boolean named = place.startsWith("//") && at >= 0;
    if (named) {
      String[] userInfo = place.substring(2, at).split(":", 2);
      put(credentials, "user", PercentCode.decode(userInfo[0]));
      put(credentials, "password", userInfo.length > 1 ? PercentCode.decode(userInfo[1]) : null);
      place = "//" + place.substring(at + 1);
    }
    Map<String, String> parameters = parameters(jdbc ? query.replace("+", "%20") : query, named);
    if (!jdbc) {
      parameters = PostgreSqlParameters.forJdbc(parameters);
      place = withHost(place, parameters);
    }
    check(place);
    if (prefix != null && prefix.toLowerCase(Locale.ROOT).startsWith("r2dbcs")) {
      parameters.putIfAbsent("sslmode", "require");
    }
    Map<String, String> shown = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          String key = name.toLowerCase(Locale.ROOT);
          switch (key) {
            case "user", "username" -> put(credentials, "user", value);
            case "password" -> put(credentials, key, value);
            default ->
                (AddressRedaction.isShown(name, value) ? shown : credentials).put(name, value);
          }
        });
    return new DatabaseUrl("jdbc:postgresql:" + place + AddressRedaction.query(shown), credentials);
  }

  /** Refuses a host and database if a part of them may be a piece of a password. */
  private void check(String place) {
    String database = place;
    if (place.startsWith("//")) {
      int slash = place.indexOf('/', 2);
      String hosts = place.substring(2, slash < 0 ? place.length() : slash);
      database = slash < 0 ? "" : place.substring(slash + 1);
      if (!hosts.isEmpty() && !AddressRedaction.areHosts(hosts)) {
        throw mistyped("where its host and port should be, there is something else");
      }
    }
    if (!AddressRedaction.isDatabase(database) && !database.equals("/")) {
      throw mistyped("where its database should be, there is something else");
    }
  }

  private String withHost(String place, Map<String, String> parameters) {
    if (!place.startsWith("//")) {
      throw mistyped("// is missing before its host");
    }
    String host = parameters.remove("host");
    String port = parameters.remove("port");
    if (host != null && host.startsWith("/")) {
      throw AutogenException.usage(
          "The database URL"
              + origin
              + " names a Unix socket as its host; JDBC needs a host name.");
    }
    if (!place.equals("//") && !place.startsWith("///")) {
      return place.indexOf('/', 2) < 0 ? place + "/" : place;
    }
    String path = place.equals("//") ? "/" : place.substring(2);
    return "//" + (host == null ? "localhost" : host) + (port == null ? "" : ":" + port) + path;
  }

  private DatabaseUrl otherJdbc() {
    Map<String, String> credentials = new LinkedHashMap<>();
    Matcher matcher = CREDENTIAL.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1).toLowerCase(Locale.ROOT);
      String value = PercentCode.decode(matcher.group(2));
      put(credentials, name.equals("username") ? "user" : name, value);
    }
    String bare = matcher.replaceAll("").replaceAll("[?&;]$", "");
    Matcher userInfo = Pattern.compile("^(jdbc:\\w+:(?:\\w+:)?//)([^/?]*)@").matcher(bare);
    if (userInfo.find()) {
      String[] parts = userInfo.group(2).split(":", 2);
      put(credentials, "user", PercentCode.decode(parts[0]));
      put(credentials, "password", parts.length > 1 ? PercentCode.decode(parts[1]) : null);
      bare = userInfo.replaceFirst("$1");
    }
    return new DatabaseUrl(bare, credentials);
  }

  private static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      map.putIfAbsent(key, value);
    }
  }

  /**
   * The parameters.
   *
   * @param named whether the address names a user before its host
   */
  private Map<String, String> parameters(String query, boolean named) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      String[] parts = pair.split("=", 2);
      String name = PercentCode.decode(parts[0]);
      String value = parts.length > 1 ? PercentCode.decode(parts[1]) : "";
      boolean credential = name.matches("(?i)user(name)?|.*password");
      if (!AddressRedaction.isParameter(name) || !named && !credential && value.contains("@")) {
        throw mistyped("what follows its ? is no name=value");
      }
      if (name.toLowerCase(Locale.ROOT).startsWith("user")
          && value.matches("(?s).*[;,&\\s].*=.*")) {
        throw mistyped("its parameters are separated by something else than &");
      }
      parameters.put(name, value);
    }
    return parameters;
  }
}
