package dev.autogen.dialect.address;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an address of a database on a server, {@code //user:password@host:port/db?a=b}.
 *
 * @param place host and database: {@code //host:port/db}, or what stands in their place
 * @param credentials the user and the password that stand before the host
 * @param parameters what follows the question mark
 */
public record ServerAddress(
    String place, Map<String, String> credentials, Map<String, String> parameters) {

  private static final String USER = "user";
  private static final String PASSWORD = "password";

  /**
   * Reads the parts.
   *
   * @param rest what follows the scheme
   * @param plusIsBlank whether a plus sign among the parameters stands for a blank
   */
  public static ServerAddress read(String rest, boolean plusIsBlank, AddressMistakes mistakes) {
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    String query = question < 0 ? "" : rest.substring(question + 1);
    Map<String, String> credentials = new LinkedHashMap<>();
    int at = place.lastIndexOf('@');
    boolean named = place.startsWith("//") && at >= 0;
    if (named) {
      String[] userInfo = place.substring(2, at).split(":", 2);
      put(credentials, USER, PercentCode.decode(userInfo[0]));
      put(credentials, PASSWORD, userInfo.length > 1 ? PercentCode.decode(userInfo[1]) : null);
      place = "//" + place.substring(at + 1);
    }
    return new ServerAddress(
        place,
        credentials,
        parameters(plusIsBlank ? query.replace("+", "%20") : query, named, mistakes));
  }

  /**
   * The parameters.
   *
   * @param named whether the address names a user before its host
   */
  private static Map<String, String> parameters(
      String query, boolean named, AddressMistakes mistakes) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      String[] parts = pair.split("=", 2);
      String name = PercentCode.decode(parts[0]);
      String value = parts.length > 1 ? PercentCode.decode(parts[1]) : "";
      boolean credential = name.matches("(?i)user(name)?|.*password");
      if (!AddressText.isParameter(name) || !named && !credential && value.contains("@")) {
        throw mistakes.mistyped("what follows its ? is no name=value");
      }
      if (name.toLowerCase(Locale.ROOT).startsWith(USER) && value.matches("(?s).*[;,&\\s].*=.*")) {
        throw mistakes.mistyped("its parameters are separated by something else than &");
      }
      parameters.put(name, value);
    }
    return parameters;
  }

  /** Refuses a host and database if a part of them may be a piece of a password. */
  public static void check(String place, AddressMistakes mistakes) {
    String database = place;
    if (place.startsWith("//")) {
      int slash = place.indexOf('/', 2);
      String hosts = place.substring(2, slash < 0 ? place.length() : slash);
      database = slash < 0 ? "" : place.substring(slash + 1);
      if (!hosts.isEmpty() && !AddressText.areHosts(hosts)) {
        throw mistakes.mistyped("where its host and port should be, there is something else");
      }
    }
    if (!AddressText.isDatabase(database) && !database.equals("/")) {
      throw mistakes.mistyped("where its database should be, there is something else");
    }
  }

  /**
   * The place of a server's database, for drivers that want a host and a slash.
   *
   * @param host the host where the address names none
   * @param port the port where the address names no host, or null
   */
  public static String withHost(String place, @Nullable String host, @Nullable String port) {
    if (!place.equals("//") && !place.startsWith("///")) {
      return place.indexOf('/', 2) < 0 ? place + "/" : place;
    }
    String path = place.equals("//") ? "/" : place.substring(2);
    return "//" + (host == null ? "localhost" : host) + (port == null ? "" : ":" + port) + path;
  }

  /** The parameters that messages may show; the others are added to the credentials. */
  public Map<String, String> shown(AddressText.Shown which, Map<String, String> credentialsToo) {
    Map<String, String> shown = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          String key = name.toLowerCase(Locale.ROOT);
          switch (key) {
            case USER, "username" -> put(credentialsToo, USER, value);
            case PASSWORD -> put(credentialsToo, key, value);
            default -> (which.is(name, value) ? shown : credentialsToo).put(name, value);
          }
        });
    return shown;
  }

  static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      map.putIfAbsent(key, value);
    }
  }
}
