package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.config.DatabaseUrl;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.dialect.ThrowawayRules.Login;
import dev.autogen.file.WriterLock;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.JdbcConnections;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.ShadowServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * Throwaway databases on the server of the project's own one, so that they are of the same version.
 * Their names begin with {@code autogen_} and a number of the project's directory; none is left.
 */
final class BesideServer implements ShadowServer {

  private static final int LONGEST_NAME = 64;
  private static final Duration WAIT = Duration.ofMinutes(2);

  private final DatabaseUrl url;
  private final Dialect dialect;
  private final String prefix;
  private final WriterLock lock;

  private BesideServer(DatabaseUrl url, Dialect dialect, String prefix, WriterLock lock) {
    this.url = url;
    this.dialect = dialect;
    this.prefix = prefix;
    this.lock = lock;
  }

  /**
   * The server of an address; empty if throwaway databases are not made there: it is another kind
   * of database, or the user may not create any.
   */
  static Optional<BesideServer> of(
      DatabaseUrl url, Dialect dialect, Config config, Consumer<String> progress) {
    if (dialect.throwawayRules().besideUrl(url.jdbcUrl(), "x").isEmpty()) {
      return Optional.empty();
    }
    String prefix =
        "autogen_" + Integer.toHexString(config.directory().toString().hashCode()) + "_";
    BesideServer server =
        new BesideServer(url, dialect, prefix, lock(config.privateDirectory(), progress));
    if (!server.mayCreate()) {
      server.lock.close();
      return Optional.empty();
    }
    return Optional.of(server);
  }

  private static WriterLock lock(Path privateDirectory, Consumer<String> progress) {
    try {
      return WriterLock.acquire(
          Files.createDirectories(privateDirectory.resolve("shadow")), WAIT, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean mayCreate() {
    ThrowawayRules rules = dialect.throwawayRules();
    try (Connection connection = administration().open()) {
      rules.drop(connection, name("trial"));
      rules.create(connection, name("trial"), owner());
      rules.drop(connection, name("trial"));
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private ConnectionSource administration() {
    return ProjectDatabase.connections(url, dialect);
  }

  @Override
  public String administrationDatabase() {
    return "";
  }

  @Override
  public String name(String name) {
    String whole = prefix + name;
    return whole.length() <= LONGEST_NAME ? whole : whole.substring(0, LONGEST_NAME);
  }

  @Override
  public Login owner() {
    return new Login(url.user().orElse(""), url.password().orElse(""));
  }

  @Override
  public ConnectionSource connections(String database, Login login) {
    if (database.isEmpty()) {
      return administration();
    }
    Properties properties = url.properties();
    dialect.executionRules().connectionProperties().forEach(properties::putIfAbsent);
    String other = dialect.throwawayRules().besideUrl(url.jdbcUrl(), database).orElseThrow();
    return new JdbcConnections(other, properties);
  }

  /** Drops its databases. */
  @Override
  public void close() {
    ThrowawayRules rules = dialect.throwawayRules();
    try (Connection connection = administration().open()) {
      for (String each : rules.databases(connection, prefix)) {
        rules.drop(connection, each);
      }
    } catch (SQLException e) {
      throw AutogenException.failed(
          "The throwaway databases " + prefix + "… cannot be dropped: " + e.getMessage(), e);
    } finally {
      lock.close();
    }
  }
}
