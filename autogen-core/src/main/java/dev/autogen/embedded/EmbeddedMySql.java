package dev.autogen.embedded;

import dev.autogen.file.ProcessLock;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A MariaDB or MySQL server on a kept data directory, for as long as this object is open. It
 * listens on this machine alone, and its password is another one at each start.
 *
 * <p>Needs commons-compress and a JDBC driver on the class path.
 */
public final class EmbeddedMySql implements AutoCloseable {

  /** The database that a new server has. */
  public static final String DATABASE = "autogen";

  private static final String USER = "root";

  /** As for PostgreSQL, except that this server ends at another signal. */
  private static final String WATCHDOG =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      (cat <&3 >/dev/null; kill -TERM $server) 2>/dev/null &
      watchdog=$!
      exec 3<&-
      wait $server
      status=$?
      kill $watchdog 2>/dev/null
      exit $status
      """;

  private static final long POLL_MILLIS = 10;
  private static final int PORTS_TRIED = 5;
  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration STOP = Duration.ofSeconds(60);

  private final ProcessLock lock;
  private final MySqlData data;
  private final Process process;
  private final int port;
  private final String password;

  private EmbeddedMySql(
      ProcessLock lock, MySqlData data, Process process, int port, String password) {
    this.lock = lock;
    this.data = data;
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts the server, after fetching its programs and making the data directory where that was not
   * done before.
   *
   * @param home the server's directory; created when needed
   * @param wait how long to wait for another process that works in it
   * @param progress is told about steps that take longer than a moment
   * @throws AutogenException if the server does not start
   */
  public static EmbeddedMySql start(
      Path home,
      MySqlRelease release,
      ArtifactSource source,
      Duration wait,
      Consumer<String> progress) {
    Optional<String> shortfall = MySqlRelease.shortfall();
    if (shortfall.isPresent()) {
      throw AutogenException.usage(shortfall.get() + ".");
    }
    try {
      Path place = ServerHome.prepare(home);
      ProcessLock lock = DirectoryLock.acquire(place.resolve("lock"), wait, progress);
      try {
        ServerUser user = ServerUser.outside(place);
        Path programs = new MySqlPrograms(release, source, progress).in(user.cache());
        MySqlData data = new MySqlData(place, release, programs, user);
        data.initialize(progress);
        return started(lock, data);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw AutogenException.failed(
          "The embedded " + release + " in " + home + " does not start: " + e, e);
    }
  }

  private static EmbeddedMySql started(ProcessLock lock, MySqlData data) throws IOException {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    String password = HexFormat.of().formatHex(bytes);
    endFormer(data);
    ServerHome.requireOrdinary(data.directory());
    for (int i = 0; i < PORTS_TRIED; i++) {
      int port = freePort();
      Optional<Process> process = started(data, port, password);
      if (process.isPresent()) {
        return new EmbeddedMySql(lock, data, process.get(), port, password);
      }
    }
    throw new IOException("no free port found");
  }

  private static Optional<Process> started(MySqlData data, int port, String password)
      throws IOException {
    Path first = data.home().resolve("start.sql");
    String how = data.release().isMariaDb() ? "by" : "with mysql_native_password by";
    PrivateFile.replace(
        first,
        "alter user 'root'@'localhost' identified "
            + how
            + " '"
            + password
            + "';\ncreate database if not exists "
            + DATABASE
            + " character set utf8mb4;\n");
    data.user().own(first);
    data.user().own(data.directory());
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WATCHDOG, "autogen"));
    command.addAll(
        data.command(
            data.directory(),
            List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + data.directory().resolve("socket"),
                "--pid-file=" + data.directory().resolve("pid"),
                "--init-file=" + first,
                "--character-set-server=utf8mb4",
                "--local-infile=OFF",
                "--performance-schema=OFF")));
    PrivateFile.replace(data.log(), "");
    Process process = data.process(command).redirectOutput(data.log().toFile()).start();
    long end = System.nanoTime() + START.toNanos();
    while (!PrivateFile.read(data.log()).contains("ready for connections")) {
      if (!process.isAlive()) {
        if (PrivateFile.read(data.log()).contains("Address already in use")) {
          return Optional.empty();
        }
        throw data.failed("does not start");
      }
      if (System.nanoTime() > end) {
        stop(process);
        throw data.failed("did not start within " + START.toSeconds() + " s");
      }
      Pause.millis(POLL_MILLIS);
    }
    Files.deleteIfExists(first);
    return Optional.of(process);
  }

  /** Ends what is left of a server whose command was killed. The caller holds the lock. */
  private static void endFormer(MySqlData data) throws IOException {
    Path pid = data.directory().resolve("pid");
    if (!PrivateFile.exists(pid)) {
      return;
    }
    String number = PrivateFile.read(pid).strip();
    Optional<ProcessHandle> server =
        number.matches("\\d{1,18}")
            ? ProcessHandle.of(Long.parseLong(number))
                .filter(
                    each ->
                        each.info()
                            .commandLine()
                            .map(line -> line.contains("--datadir=" + data.directory()))
                            .orElse(false))
            : Optional.empty();
    server.ifPresent(EmbeddedMySql::end);
    Files.deleteIfExists(pid);
  }

  private static void end(ProcessHandle server) {
    server.destroy();
    try {
      server.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      server.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The URL for JDBC of one of its databases, without credentials. */
  public String jdbcUrl(String database) {
    return "jdbc:" + data.release().product() + "://127.0.0.1:" + port + "/" + database;
  }

  /** Which release it is. */
  public MySqlRelease release() {
    return data.release();
  }

  /** The user, who may do everything. */
  public String user() {
    return USER;
  }

  /** The user's password. */
  public String password() {
    return password;
  }

  private static void stop(Process process) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the shell goes on with the shutdown
    }
  }

  /** Shuts the server down and waits until it has ended. */
  @Override
  public void close() {
    try {
      stop(process);
    } finally {
      lock.close();
    }
  }
}
