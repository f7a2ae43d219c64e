package dev.autogen.cli;

import dev.autogen.testing.OwnServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/**
 * A server with a streaming standby. What is committed on the one is seen on the other: the primary
 * waits until the standby has applied it.
 */
final class Primary implements AutoCloseable {

  private final EmbeddedPostgres primary;
  private final EmbeddedPostgres standby;

  private Primary(EmbeddedPostgres primary, EmbeddedPostgres standby) {
    this.primary = primary;
    this.standby = standby;
  }

  static Primary start(Path directory) throws IOException, SQLException {
    Path first = directory.resolve("primary");
    Path second = directory.resolve("standby");
    int port;
    try (EmbeddedPostgres fresh = server(first).start()) {
      port = fresh.getPort();
    }
    copy(first, second);
    Files.writeString(second.resolve("standby.signal"), "");
    Files.writeString(
        second.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 user=postgres port=" + port + "'\n");
    EmbeddedPostgres primary = server(first).setPort(port).start();
    EmbeddedPostgres standby = server(second).start();
    try (Connection connection = primary.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set synchronous_standby_names = '*'");
      statement.execute("select pg_reload_conf()");
    }
    return new Primary(primary, standby);
  }

  private static EmbeddedPostgres.Builder server(Path data) {
    return OwnServer.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", "off")
        .setServerConfig("wal_level", "replica")
        .setServerConfig("max_wal_senders", "4")
        .setServerConfig("synchronous_commit", "remote_apply")
        .setServerConfig("shared_buffers", "32MB");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  String url() {
    return primary.getJdbcUrl("postgres", "postgres");
  }

  String standbyUrl() {
    return standby.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public void close() throws IOException {
    standby.close();
    primary.close();
  }
}
