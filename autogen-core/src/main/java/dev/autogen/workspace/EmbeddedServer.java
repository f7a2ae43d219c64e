package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.dialect.ThrowawayRules.Login;
import dev.autogen.embedded.ArtifactSource;
import dev.autogen.embedded.EmbeddedPostgreSql;
import dev.autogen.embedded.Programs;
import dev.autogen.model.MavenArtifacts;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.JdbcConnections;
import dev.autogen.shadow.ShadowServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A server that autogen runs itself, with its credentials.
 *
 * @param server the running server
 */
record EmbeddedServer(EmbeddedPostgreSql server) implements ShadowServer {

  private static final Duration WAIT = Duration.ofMinutes(2);

  /** Starts the server of the project's own database, in exactly the version that its URL names. */
  static EmbeddedServer start(Path home, Config config, ProjectSurroundings surroundings) {
    Consumer<String> progress = surroundings.listener()::progress;
    Optional<String> version = config.database().requireUrl().embeddedVersion();
    Programs programs =
        version.isEmpty()
            ? Programs.bundled(progress)
            : Programs.exactly(version.get(), artifacts(config, surroundings), progress);
    return reported(
        EmbeddedPostgreSql.start(home, programs, version.isPresent(), WAIT, progress),
        surroundings);
  }

  /** Starts the server of the shadow, in the given version or else the nearest one. */
  static EmbeddedServer start(
      Path home, @Nullable String version, Config config, ProjectSurroundings surroundings) {
    Consumer<String> progress = surroundings.listener()::progress;
    Programs programs =
        version == null
            ? Programs.bundled(progress)
            : Programs.nearest(version, artifacts(config, surroundings), progress);
    return reported(
        EmbeddedPostgreSql.startThrowaway(home, programs, WAIT, progress), surroundings);
  }

  /**
   * Reports with {@code -v} what on this machine the operating system does not protect from the
   * server.
   */
  private static EmbeddedServer reported(
      EmbeddedPostgreSql server, ProjectSurroundings surroundings) {
    server.exposure().ifPresent(surroundings.listener()::detail);
    return new EmbeddedServer(server);
  }

  /** Where the programs of servers are fetched from. */
  static ArtifactSource artifacts(Config config, ProjectSurroundings surroundings) {
    ArtifactSource source = surroundings.artifacts();
    ProjectListener listener = surroundings.listener();
    return source != null
        ? source
        : new MavenArtifacts(
                config.directory(), listener::progress, listener::detail, config.passwords())
            ::fetch;
  }

  /** Connections of the owner to the database that a new server has. */
  ConnectionSource connections() {
    return connections(administrationDatabase(), owner());
  }

  @Override
  public String administrationDatabase() {
    return "postgres";
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
    properties.put("ApplicationName", "autogen");
    return new JdbcConnections(server.jdbcUrl(database), properties);
  }

  @Override
  public void close() {
    server.close();
  }
}
