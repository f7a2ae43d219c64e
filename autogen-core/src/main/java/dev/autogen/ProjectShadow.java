package dev.autogen;

import dev.autogen.config.Config;
import dev.autogen.config.DatabaseUrl;
import dev.autogen.dialect.Dialect;
import dev.autogen.embedded.EmbeddedPostgreSql;
import dev.autogen.run.JdbcConnections;
import dev.autogen.shadow.ServerShadow;
import dev.autogen.shadow.Shadow;
import dev.autogen.shadow.WipedShadow;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The shadow of a project, which starts when it is first asked for. */
final class ProjectShadow implements Supplier<Shadow>, AutoCloseable {

  private static final Duration WAIT = Duration.ofMinutes(2);

  private final Config config;
  private final Consumer<String> progress;
  private @Nullable Shadow shadow;

  ProjectShadow(Config config, Consumer<String> progress) {
    this.config = config;
    this.progress = progress;
  }

  /**
   * The shadow.
   *
   * @throws dev.autogen.schema.AutogenException if it does not start, or is not autogen's to wipe
   */
  @Override
  public Shadow get() {
    if (shadow == null) {
      PrivateDirectory.prepare(config);
      Dialect dialect = ProjectDatabase.dialect(config);
      DatabaseUrl url = config.shadow().url();
      shadow =
          url == null
              ? new ServerShadow(server(), dialect)
              : new WipedShadow(new JdbcConnections(url.jdbcUrl(), url.properties()), dialect);
    }
    return shadow;
  }

  private EmbeddedServer server() {
    return new EmbeddedServer(
        EmbeddedPostgreSql.start(config.privateDirectory().resolve("shadow"), WAIT, progress));
  }

  @Override
  public void close() {
    if (shadow != null) {
      shadow.close();
    }
  }
}
