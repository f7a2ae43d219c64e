package dev.autogen.config;

import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.address.Address;
import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database in JDBC's form. Its credentials are kept apart, and {@link #toString}
 * never shows them.
 */
public final class DatabaseUrl {

  private static final String EMBEDDED = "embedded:";
  private static final String HISTORY = "history:";

  private final Address address;

  DatabaseUrl(Address address) {
    this.address = address;
  }

  /**
   * Reads an address in any of the common forms: {@code jdbc:postgresql://…}, {@code
   * postgresql://user:password@host:5432/db}, {@code postgres://…}, {@code postgresql+asyncpg://…},
   * {@code r2dbc:postgresql://…}, {@code embedded:postgresql}, {@code embedded:postgresql:16}, and
   * the like for other databases.
   *
   * @throws AutogenException if it is none of them
   */
  public static DatabaseUrl parse(String text) {
    return DatabaseUrlParser.parse(text.strip(), "");
  }

  /**
   * Reads an address.
   *
   * @param origin where it was found, for messages, which do not repeat the address
   * @throws AutogenException if it is of no form that is known
   */
  static DatabaseUrl parse(String text, String origin) {
    return DatabaseUrlParser.parse(text.strip(), " from " + origin);
  }

  /**
   * The address that stands for the schema to which the committed migrations lead, on a throwaway
   * database.
   *
   * @param configured the configured address, which says what kind of database that is; or null
   */
  static DatabaseUrl history(@Nullable DatabaseUrl configured) {
    boolean none = configured == null || configured.isHistory();
    return new DatabaseUrl(
        new Address(HISTORY + (none ? "" : configured.jdbcUrl()), Map.of(), HISTORY));
  }

  /** The address whose kind of database the history is run on; empty where none is configured. */
  public Optional<DatabaseUrl> historyOf() {
    String kind = jdbcUrl().substring(HISTORY.length());
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(new DatabaseUrl(new Address(kind, Map.of(), HISTORY)));
  }

  /** Whether this address stands for the schema to which the committed migrations lead. */
  public boolean isHistory() {
    return jdbcUrl().startsWith(HISTORY);
  }

  /** Whether this is a database of autogen's own, started for each command. */
  public boolean isEmbedded() {
    return jdbcUrl().startsWith(EMBEDDED);
  }

  /** The version that a database of autogen's own is; empty for the usual one. */
  public Optional<String> embeddedVersion() {
    String version = jdbcUrl().replaceFirst("^embedded:\\w+:?", "");
    return isEmbedded() && !version.isEmpty() ? Optional.of(version) : Optional.empty();
  }

  /** The address in JDBC's form. */
  public Address address() {
    return address;
  }

  /** The same address; the relative path of a file begins in a directory. */
  DatabaseUrl below(Path directory) {
    return isEmbedded() || isHistory()
        ? this
        : new DatabaseUrl(Dialects.addressesOf(jdbcUrl()).below(directory, address));
  }

  /** The URL for JDBC, without credentials. */
  public String jdbcUrl() {
    return address.jdbcUrl();
  }

  /** The user, if the address names one. */
  public Optional<String> user() {
    return Optional.ofNullable(address.credentials().get("user"));
  }

  /** The password, if the address has one. */
  public Optional<String> password() {
    return Optional.ofNullable(address.credentials().get("password"));
  }

  /** The credentials as properties for a JDBC driver. */
  public Properties properties() {
    Properties properties = new Properties();
    properties.putAll(address.credentials());
    return properties;
  }

  /** The same address, with these credentials added if it has none of its own. */
  public DatabaseUrl withDefaults(Map<String, String> others) {
    Map<String, String> merged = new LinkedHashMap<>(others);
    merged.putAll(address.credentials());
    return new DatabaseUrl(new Address(address.jdbcUrl(), merged, address.shown()));
  }

  /** The address in words: what was understood of it, without its password. */
  @Override
  public String toString() {
    return address.toString();
  }
}
