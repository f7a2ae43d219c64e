package dev.autogen.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A real PgBouncer in front of a server, where the machine has one. */
record PgBouncer(Process process, int port) implements AutoCloseable {

  private static final List<Path> PLACES =
      List.of(Path.of("/usr/sbin/pgbouncer"), Path.of("/usr/bin/pgbouncer"));

  /** Whether there is one, said aloud where there is not. */
  static boolean isInstalled() {
    boolean installed = program().findFirst().isPresent();
    if (!installed) {
      System.err.println(
          "NOT TRIED: PgBouncer is not installed, so nothing was tried through it. On Debian:"
              + " apt-get install pgbouncer");
    }
    return installed;
  }

  private static Stream<Path> program() {
    return PLACES.stream().filter(Files::isExecutable);
  }

  /** Starts one that shares sessions as {@code pool_mode} says. */
  static PgBouncer start(Path directory, int serverPort, String mode) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path settings =
        Files.writeString(
            directory.resolve("pgbouncer-" + mode + ".ini"),
            """
            [databases]
            * = host=127.0.0.1 port=%d user=postgres
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = any
            pool_mode = %s
            ignore_startup_parameters = extra_float_digits
            """
                .formatted(serverPort, port, mode));
    Path log = directory.resolve("pgbouncer-" + mode + ".log");
    Process process =
        new ProcessBuilder(
                program().findFirst().orElseThrow().toString(),
                "-u", // it refuses to run as root, and as anybody else this changes nothing
                System.getProperty("user.name").equals("root")
                    ? "nobody"
                    : System.getProperty("user.name"),
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    while (!Files.readString(log).contains("process up")) {
      if (!process.isAlive()) {
        throw new IOException("PgBouncer does not start:\n" + Files.readString(log));
      }
    }
    return new PgBouncer(process, port);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
