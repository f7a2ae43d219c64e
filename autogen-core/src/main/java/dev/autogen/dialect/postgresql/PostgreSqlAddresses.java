package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.address.Address;
import dev.autogen.dialect.address.AddressMistakes;
import dev.autogen.dialect.address.AddressText;
import dev.autogen.dialect.address.Addresses;
import dev.autogen.dialect.address.ServerAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
 * The addresses of PostgreSQL. User and password are in {@code PGUSER} and {@code PGPASSWORD}, too,
 * and in the password file, which {@code PGPASSFILE} names or which is in the home directory
 * (PostgreSQL manual, "The Password File").
 */
final class PostgreSqlAddresses implements Addresses {

  /**
   * {@code postgresql://}, with an optional driver suffix, {@code r2dbc:} or {@code r2dbc:pool:}.
   */
  private static final Pattern POSTGRESQL =
      Pattern.compile(
          "(?i)(r2dbcs?:(?:pool:|proxy:)?|jdbc:)?(?:postgres|postgresql)(\\+\\w+)?:(.*)",
          Pattern.DOTALL);

  private static final Pattern EMBEDDED =
      Pattern.compile("postgres(?:ql)?(:\\d+(?:\\.\\d+){0,2})?");

  /** The search path; its first entry is the schema in which names are looked up. */
  private static final Pattern SCHEMA = Pattern.compile("[?&]currentSchema=([^&]*)");

  /** The parameters that hold no secret; all others are passed on without being shown. */
  private static final Set<String> SHOWN =
      new TreeSet<>(
          Set.of(
              "ApplicationName",
              "channelBinding",
              "connectTimeout",
              "currentSchema",
              "gssEncMode",
              "hostRecheckSeconds",
              "loadBalanceHosts",
              "loginTimeout",
              "prepareThreshold",
              "readOnly",
              "reWriteBatchedInserts",
              "service",
              "socketTimeout",
              "ssl",
              "sslmode",
              "stringtype",
              "targetServerType",
              "tcpKeepAlive"));

  @Override
  public Optional<String> schema(Address address) {
    Matcher named = SCHEMA.matcher(address.jdbcUrl());
    String path =
        named.find()
            ? URLDecoder.decode(named.group(1), StandardCharsets.UTF_8)
            : address.credentials().getOrDefault("currentSchema", "");
    String first = path.split(",", 2)[0].strip().replaceAll("^\"(.*)\"$", "$1");
    return first.isEmpty() ? Optional.empty() : Optional.of(first);
  }

  @Override
  public List<String> examples() {
    return List.of(
        "postgresql://user@host:5432/database",
        "jdbc:postgresql://host:5432/database",
        "embedded:postgresql");
  }

  @Override
  public Optional<String> embedded(String name) {
    Matcher known = EMBEDDED.matcher(name);
    return known.matches()
        ? Optional.of("postgresql" + (known.group(1) == null ? "" : known.group(1)))
        : Optional.empty();
  }

  @Override
  public Optional<Address> read(String text, AddressMistakes mistakes) {
    Matcher postgresql = POSTGRESQL.matcher(text);
    return postgresql.matches()
        ? Optional.of(
            read(postgresql.group(1), postgresql.group(3), mistakes.like(examples(), "PGPASSWORD")))
        : Optional.empty();
  }

  private static Address read(@Nullable String prefix, String rest, AddressMistakes mistakes) {
    boolean jdbc = prefix != null && prefix.equalsIgnoreCase("jdbc:");
    // pgJDBC reads a plus as a space, libpq does not.
    ServerAddress parts = ServerAddress.read(rest, jdbc, mistakes);
    if (!jdbc) {
      parts = translated(parts, mistakes);
    }
    ServerAddress.check(parts.place(), mistakes);
    Map<String, String> credentials = new LinkedHashMap<>(parts.credentials());
    Map<String, String> parameters = new LinkedHashMap<>(parts.parameters());
    if (prefix != null && prefix.toLowerCase(Locale.ROOT).startsWith("r2dbcs")) {
      parameters.putIfAbsent("sslmode", "require");
    }
    Map<String, String> shown =
        new ServerAddress(parts.place(), Map.of(), parameters)
            .shown(
                (name, value) -> SHOWN.contains(name) && AddressText.isPlainValue(value),
                credentials);
    return new Address("jdbc:postgresql:" + parts.place() + AddressText.query(shown), credentials);
  }

  /** The parts of an address in the form of libpq, as pgJDBC wants them. */
  private static ServerAddress translated(ServerAddress parts, AddressMistakes mistakes) {
    Map<String, String> parameters = PostgreSqlParameters.forJdbc(parts.parameters());
    if (!parts.place().startsWith("//")) {
      throw mistakes.mistyped("// is missing before its host");
    }
    String host = parameters.remove("host");
    String port = parameters.remove("port");
    if (host != null && host.startsWith("/")) {
      throw mistakes.refused(" names a Unix socket as its host; JDBC needs a host name.");
    }
    return new ServerAddress(
        ServerAddress.withHost(parts.place(), host, port), parts.credentials(), parameters);
  }

  @Override
  public Optional<Kept> user(Address address, Surroundings surroundings) {
    return variable("PGUSER", surroundings);
  }

  @Override
  public Optional<Kept> password(Address address, Surroundings surroundings) {
    return variable("PGPASSWORD", surroundings).or(() -> fromFile(address, surroundings));
  }

  private static Optional<Kept> variable(String name, Surroundings surroundings) {
    return Optional.ofNullable(surroundings.variable(name))
        .map(value -> new Kept(value, name, null));
  }

  private static Optional<Kept> fromFile(Address address, Surroundings surroundings) {
    String name = surroundings.variable("PGPASSFILE");
    Path usual = usualPasswordFile(surroundings);
    Path file = name == null ? usual : surroundings.directory().resolve(name);
    if (file == null || name == null && !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String user = address.credentials().getOrDefault("user", System.getProperty("user.name"));
    return PasswordFile.read(file)
        .password(address.jdbcUrl(), user)
        // psql ignores a file that others may read.
        .map(
            password ->
                new Kept(
                    password,
                    name != null ? "PGPASSFILE, " + file : file.toString(),
                    PasswordFile.isOpenToOthers(file) ? file : null));
  }

  private static @Nullable Path usualPasswordFile(Surroundings surroundings) {
    String roaming = surroundings.variable("APPDATA");
    if (roaming != null) {
      return Path.of(roaming, "postgresql", "pgpass.conf");
    }
    String home = surroundings.variable("HOME");
    return home == null ? null : Path.of(home, ".pgpass");
  }
}
