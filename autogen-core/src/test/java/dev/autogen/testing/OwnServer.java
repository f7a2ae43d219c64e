package dev.autogen.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;

/**
 * A server that belongs to one test, which may stop, kill or configure it. Its programs lie below
 * {@code target}, because what another user of the machine unpacked is not ours; and it has no Unix
 * socket, because one that is killed leaves its socket behind.
 */
public final class OwnServer {

  /** Everybody may write it while a server runs as another user than root. */
  private static final Path SERVERS = Path.of("target", "servers");

  private OwnServer() {}

  /** A server of the newest version, which is still to be configured and started. */
  public static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(SERVERS.toAbsolutePath().normalize().toFile())
        .setServerConfig("unix_socket_directories", "");
  }
}
