package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.config.DatabaseUrl;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ThrowawayRules.Version;
import dev.autogen.run.RunningStatements;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.OtherVersionShadow;
import dev.autogen.shadow.ServerShadow;
import dev.autogen.shadow.Shadow;
import dev.autogen.shadow.WipedShadow;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The shadow of a project. It starts when it is first asked for, in the configured version, else
 * that of the database, else the bundled one.
 */
public final class ProjectShadow implements Supplier<Shadow>, AutoCloseable {

  private final Workspace workspace;
  private final Config config;
  private final DatabaseVersion database;
  private final RunningStatements statements;
  private @Nullable Shadow shadow;
  private @Nullable Thread ahead;
  private boolean closed;

  /**
   * A shadow that has not started.
   *
   * @param database finds the version of the database
   * @param statements tracks the statements that run on the connections of a server which autogen
   *     does not run itself
   */
  ProjectShadow(Workspace workspace, DatabaseVersion database, RunningStatements statements) {
    this.workspace = workspace;
    this.database = database;
    this.config = workspace.config();
    this.statements = statements;
  }

  /**
   * Starts the shadow if it is not running, and returns it.
   *
   * @throws dev.autogen.schema.AutogenException if it does not start, or autogen may not wipe it
   */
  @Override
  public Shadow get() {
    await();
    return started();
  }

  /** Does work on the shadow in the background; the next call of {@link #get} waits for it. */
  public void ahead(Consumer<Supplier<Shadow>> work) {
    ahead = new Thread(() -> work.accept(this::started), "shadow");
    ahead.setDaemon(true);
    ahead.start();
  }

  private void await() {
    Thread working = ahead;
    if (working == null) {
      return;
    }
    try {
      working.join();
      ahead = null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while the shadow database is prepared", e);
    }
  }

  private synchronized Shadow started() {
    if (closed) {
      throw AutogenException.failed("nobody needs the shadow database any more", null);
    }
    if (shadow == null) {
      PrivateDirectory.prepare(config);
      Dialect dialect = workspace.dialect();
      DatabaseUrl url = config.shadow().url();
      Optional<Version> target = database.found();
      Shadow started =
          url == null
              ? own(target, dialect)
              : new WipedShadow(statements.of(ProjectDatabase.connections(url, dialect)), dialect);
      shadow = target.isEmpty() ? started : OtherVersionShadow.of(target.get(), started);
    }
    return shadow;
  }

  private Shadow own(Optional<Version> target, Dialect dialect) {
    if (dialect.throwawayRules().inProcessUrl("", "").isPresent()) {
      return new ServerShadow(new InProcessServer(dialect.throwawayRules()), dialect);
    }
    Path home = config.privateDirectory().resolve("shadow");
    String configured = config.shadow().version();
    Optional<String> product = dialect.throwawayRules().embeddedName();
    if (product.isPresent()) {
      return ofMySql(home, product.get(), configured, target, dialect);
    }
    String version =
        configured == null
            ? target.map(each -> String.valueOf(each.major())).or(database::named).orElse(null)
            : configured;
    EmbeddedServer server = EmbeddedServer.start(home, version, config, workspace.surroundings());
    Shadow started = new ServerShadow(server, dialect);
    server.server().shortfall().ifPresent(reason -> warn(started, target, reason));
    return started;
  }

  /** Beside the project's database, or on a server of its own. */
  private Shadow ofMySql(
      Path home,
      String product,
      @Nullable String configured,
      Optional<Version> target,
      Dialect dialect) {
    DatabaseUrl url = config.database().requireUrl();
    DatabaseUrl real = url.isHistory() ? config.shadow().versionOf() : url;
    if (configured == null && real != null && !real.isEmbedded()) {
      Optional<BesideServer> beside =
          BesideServer.of(real, dialect, config, workspace.listener()::progress);
      if (beside.isPresent()) {
        return new ServerShadow(beside.get(), dialect);
      }
    }
    String version =
        configured == null && target.isEmpty() ? database.named().orElse(null) : configured;
    return new ServerShadow(
        EmbeddedMySqlServer.startThrowaway(
            home.resolve(product),
            product,
            version,
            target,
            dialect,
            config,
            workspace.surroundings()),
        dialect);
  }

  /**
   * Warns that the shadow has another version than the wanted one, and what that means for the
   * proof.
   */
  private void warn(Shadow started, Optional<Version> target, String reason) {
    Version actual = started.version();
    workspace
        .listener()
        .warning(
            reason
                + ".\nThe throwaway database is "
                + actual
                + target.map(each -> ", the database " + each).orElse("")
                + ": what only one of the two understands is not proven. The next"
                + " run tries again; [shadow] version = "
                + actual.major()
                + " settles for this one.");
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (shadow != null) {
        shadow.close(); // this ends the work in the background
      }
    }
    await();
  }
}
