package dev.autogen.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Removes what is left of a server whose command was killed. The caller holds the directory's lock.
 */
final class StaleServer {

  private static final long STOP_SECONDS = 10;

  private StaleServer() {}

  /** Waits for a server that is still shutting down, ends one that is not, and clears its file. */
  static void remove(Cluster cluster) throws IOException {
    Path pidFile = cluster.data().resolve("postmaster.pid");
    if (!PrivateFile.exists(pidFile)) {
      return; // one that is no file stops the server
    }
    List<String> lines = PrivateFile.read(pidFile).lines().toList();
    Optional<ProcessHandle> server =
        lines.isEmpty() || !lines.get(0).strip().matches("\\d+")
            ? Optional.empty()
            : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> isServer(process, cluster));
    if (server.isPresent() && !ends(server.get())) {
      server.get().destroy();
      if (!ends(server.get())) {
        server.get().destroyForcibly();
        ends(server.get());
      }
    }
    Files.deleteIfExists(pidFile);
  }

  /** A process may have got the number of one that is long gone. */
  private static boolean isServer(ProcessHandle process, Cluster cluster) {
    return process
        .info()
        .commandLine()
        .map(line -> line.contains("postgres -D " + cluster.data()))
        .orElse(false);
  }

  private static boolean ends(ProcessHandle process) {
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
