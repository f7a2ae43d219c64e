package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ThrowawayRules.Login;
import dev.autogen.dialect.ThrowawayRules.Version;
import dev.autogen.embedded.EmbeddedMySql;
import dev.autogen.embedded.MySqlRelease;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.JdbcConnections;
import dev.autogen.shadow.ShadowServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB or MySQL that autogen runs itself.
 *
 * @param server the running server
 * @param dialect gives the properties of connections
 */
record EmbeddedMySqlServer(EmbeddedMySql server, Dialect dialect) implements ShadowServer {

  private static final Duration WAIT = Duration.ofMinutes(2);

  /** Starts the server of an address such as {@code embedded:mariadb}. */
  static EmbeddedMySqlServer start(
      Path home, String name, Dialect dialect, Config config, ProjectSurroundings surroundings) {
    return start(home, MySqlRelease.of(name), dialect, config, surroundings);
  }

  /**
   * Starts a server for throwaway databases.
   *
   * @param product {@code mariadb} or {@code mysql}
   * @param configured the version that the settings name, or null
   * @param target the version of the project's database, if it is known
   */
  static EmbeddedMySqlServer startThrowaway(
      Path home,
      String product,
      @Nullable String configured,
      Optional<Version> target,
      Dialect dialect,
      Config config,
      ProjectSurroundings surroundings) {
    MySqlRelease release =
        configured != null || target.isEmpty()
            ? MySqlRelease.of(configured == null ? product : product + ":" + configured)
            : MySqlRelease.nearest(product, target.get().major(), target.get().minor());
    return start(home, release, dialect, config, surroundings);
  }

  private static EmbeddedMySqlServer start(
      Path home,
      MySqlRelease release,
      Dialect dialect,
      Config config,
      ProjectSurroundings surroundings) {
    return new EmbeddedMySqlServer(
        EmbeddedMySql.start(
            home,
            release,
            EmbeddedServer.artifacts(config, surroundings),
            WAIT,
            surroundings.listener()::progress),
        dialect);
  }

  /** Connections to the database that a new server has. */
  ConnectionSource connections() {
    return connections(EmbeddedMySql.DATABASE, owner());
  }

  @Override
  public String administrationDatabase() {
    return "mysql";
  }

  @Override
  public Login owner() {
    return new Login(server.user(), server.password());
  }

  @Override
  public ConnectionSource connections(String database, Login login) {
    Properties properties = new Properties();
    properties.put("user", login.user());
    properties.put("password", login.password());
    dialect.executionRules().connectionProperties().forEach(properties::putIfAbsent);
    return new JdbcConnections(server.jdbcUrl(database), properties);
  }

  @Override
  public void close() {
    server.close();
  }
}
