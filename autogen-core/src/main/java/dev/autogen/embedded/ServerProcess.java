package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A running server, which never outlives this process.
 *
 * <p>A shell between the two reads from a pipe that only this process writes to. When this process
 * ends, for any reason, the pipe closes and the shell shuts the server down.
 */
final class ServerProcess implements AutoCloseable {

  private static final String WATCHDOG =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      (cat <&3 >/dev/null; kill -INT $server) 2>/dev/null &
      watchdog=$!
      exec 3<&-
      wait $server
      status=$?
      kill $watchdog 2>/dev/null
      exit $status
      """;

  private static final long POLL_MILLIS = 5;
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int STATUS_LINE = 7;

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  int port() {
    return port;
  }

  /** Starts the server and returns once it accepts connections; empty if its port was taken. */
  static Optional<ServerProcess> start(Cluster cluster, ServerCommand server) throws IOException {
    StaleServer.remove(cluster);
    int port = freePort();
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WATCHDOG, "autogen"));
    command.addAll(server.line(cluster.data(), port));
    PrivateFile.replace(cluster.log(), "");
    Process process =
        ChildEnvironment.process(command)
            .directory(cluster.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(cluster.log().toFile())
            .start();
    ServerProcess started = new ServerProcess(process, port);
    long end = System.nanoTime() + START.toNanos();
    while (!isReady(cluster.data().resolve("postmaster.pid"))) {
      if (!process.isAlive()) {
        String log = PrivateFile.read(cluster.log()).strip();
        if (log.contains("Address already in use")) {
          return Optional.empty();
        }
        throw AutogenException.failed("The embedded PostgreSQL does not start:\n" + log, null);
      }
      if (System.nanoTime() > end) {
        started.close();
        throw AutogenException.failed(
            "The embedded PostgreSQL did not start within "
                + START.toSeconds()
                + " s; see "
                + cluster.log(),
            null);
      }
      Pause.millis(POLL_MILLIS);
    }
    return Optional.of(started);
  }

  /** Line 8 of {@code postmaster.pid} is the server's status (PostgreSQL's {@code pidfile.h}). */
  private static boolean isReady(Path pidFile) throws IOException {
    if (!PrivateFile.exists(pidFile)) {
      return false;
    }
    List<String> lines = PrivateFile.read(pidFile).lines().toList();
    return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Shuts the server down in its fast mode and waits until it has ended. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the shell goes on with the shutdown
    }
  }
}
