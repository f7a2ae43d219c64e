package dev.autogen.dialect.mysql;

import dev.autogen.dialect.address.Address;
import dev.autogen.dialect.address.AddressMistakes;
import dev.autogen.dialect.address.AddressText;
import dev.autogen.dialect.address.Addresses;
import dev.autogen.dialect.address.ServerAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of MySQL and MariaDB. User and password are in the section {@code [client]} of
 * {@code ~/.my.cnf}, too, and the password in {@code MYSQL_PWD} (MySQL manual, Option Files).
 */
final class MySqlAddresses implements Addresses {

  /** {@code mysql://} or {@code mysql+aiomysql://}, also behind {@code jdbc:} or {@code r2dbc:}. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(r2dbcs?:(?:pool:|proxy:)?|jdbc:)?(mysql2?|mariadb)(\\+\\w+)?:(.*)", Pattern.DOTALL);

  /** {@code loadbalance:}, {@code replication:} and the like, before the hosts. */
  private static final Pattern MODE =
      Pattern.compile("(?i)([a-z-]{1,20}+:)?(//.*)", Pattern.DOTALL);

  private static final Pattern KEY = Pattern.compile("([^=(),\\s]+)\\s*=");

  private static final Set<String> HOST_KEYS =
      Set.of("address", "host", "path", "port", "priority", "protocol", "type");

  private static final Pattern EMBEDDED =
      Pattern.compile("(mysql|mariadb)(:\\d+(?:\\.\\d+){0,2})?");

  /** The parameters that hold no secret; all others are passed on without being shown. */
  private static final Set<String> SHOWN =
      new TreeSet<>(
          Set.of(
              "allowPublicKeyRetrieval",
              "characterEncoding",
              "connectTimeout",
              "connectionCollation",
              "connectionTimeZone",
              "createDatabaseIfNotExist",
              "permitMysqlScheme",
              "rewriteBatchedStatements",
              "serverTimezone",
              "socketTimeout",
              "sslMode",
              "tcpKeepAlive",
              "timezone",
              "tinyInt1isBit",
              "useServerPrepStmts",
              "useSSL",
              "useUnicode",
              "zeroDateTimeBehavior"));

  /** What drivers of other languages call something; null for what JDBC does by itself. */
  private static final Map<String, String> NAMES =
      Map.of(
          "charset", "",
          "unix_socket", "",
          "autocommit", "",
          "connect_timeout", "connectTimeout",
          "ssl_mode", "sslMode",
          "ssl-mode", "sslMode");

  @Override
  public List<String> examples() {
    return List.of(
        "mysql://user@host:3306/database",
        "mariadb://user@host:3306/database",
        "jdbc:mysql://host:3306/database",
        "embedded:mariadb",
        "embedded:mysql");
  }

  @Override
  public Optional<String> embedded(String name) {
    return EMBEDDED.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }

  @Override
  public Optional<Address> read(String text, AddressMistakes mistakes) {
    Matcher address = ADDRESS.matcher(text);
    return address.matches()
        ? Optional.of(
            read(
                address.group(1),
                address.group(2).toLowerCase(Locale.ROOT).startsWith("mysql") ? "mysql" : "mariadb",
                address.group(4),
                mistakes.like(examples().subList(0, 4), "MYSQL_PWD")))
        : Optional.empty();
  }

  private static Address read(
      @Nullable String prefix, String product, String rest, AddressMistakes mistakes) {
    boolean jdbc = prefix != null && prefix.equalsIgnoreCase("jdbc:");
    Matcher mode = MODE.matcher(rest);
    if (!mode.matches()) {
      throw mistakes.mistyped("// is missing before its host");
    }
    ServerAddress parts = ServerAddress.read(mode.group(2), false, mistakes);
    Map<String, String> parameters = new LinkedHashMap<>();
    parts.parameters().forEach((name, value) -> parameters.put(jdbc ? name : named(name), value));
    parameters.remove("");
    String place = parts.place();
    if (!jdbc) {
      place = ServerAddress.withHost(place, parameters.remove("host"), parameters.remove("port"));
    }
    if (place.contains("(")) {
      checkKeys(place, mistakes);
    } else {
      ServerAddress.check(place, mistakes);
    }
    if (prefix != null && prefix.toLowerCase(Locale.ROOT).startsWith("r2dbcs")) {
      parameters.putIfAbsent("sslMode", product.equals("mysql") ? "REQUIRED" : "trust");
    }
    Map<String, String> credentials = new LinkedHashMap<>(parts.credentials());
    Map<String, String> shown =
        new ServerAddress(place, Map.of(), parameters)
            .shown(
                (name, value) -> SHOWN.contains(name) && AddressText.isPlainValue(value),
                credentials);
    String first = mode.group(1) == null ? "" : mode.group(1);
    return new Address(
        "jdbc:" + product + ":" + first + place + AddressText.query(shown), credentials);
  }

  /**
   * Both drivers also take {@code (host=…,port=…)} and {@code address=(…)}, in which user and
   * password may stand, too.
   */
  private static void checkKeys(String place, AddressMistakes mistakes) {
    Matcher key = KEY.matcher(place);
    while (key.find()) {
      if (!HOST_KEYS.contains(key.group(1).toLowerCase(Locale.ROOT))) {
        throw mistakes.mistyped(
            "in parentheses it may name host, port, path, type, priority and protocol alone;"
                + " user and password stand before the host");
      }
    }
  }

  private static String named(String parameter) {
    return NAMES.getOrDefault(parameter.toLowerCase(Locale.ROOT), parameter);
  }

  @Override
  public Optional<Kept> user(Address address, Surroundings surroundings) {
    return options(surroundings).flatMap(file -> file.value(address, "user"));
  }

  @Override
  public Optional<Kept> password(Address address, Surroundings surroundings) {
    return Optional.ofNullable(surroundings.variable("MYSQL_PWD"))
        .map(value -> new Kept(value, "MYSQL_PWD", null))
        .or(() -> options(surroundings).flatMap(file -> file.value(address, "password")));
  }

  private static Optional<OptionFile> options(Surroundings surroundings) {
    String home = surroundings.variable("HOME");
    return home == null ? Optional.empty() : OptionFile.read(Path.of(home, ".my.cnf"));
  }
}
