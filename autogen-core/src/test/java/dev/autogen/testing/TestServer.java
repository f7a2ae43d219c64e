package dev.autogen.testing;

import java.util.EnumMap;
import java.util.Map;

/** A running PostgreSQL server, one per version and virtual machine, started when first needed. */
interface TestServer {

  /** Settings for speed: nothing that a test writes must survive a power cut. */
  Map<String, String> SETTINGS =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "max_connections", "200",
          "max_wal_senders", "0",
          "wal_level", "minimal",
          "shared_buffers", "64MB");

  /** The JDBC URL of one of its databases, complete with the user. */
  String url(String database);

  /** The running server of that version. */
  static TestServer of(PostgreSqlVersion version) {
    return Running.of(version);
  }

  /** The servers of this virtual machine. */
  final class Running {
    private static final Map<PostgreSqlVersion, TestServer> SERVERS =
        new EnumMap<>(PostgreSqlVersion.class);

    private Running() {}

    private static synchronized TestServer of(PostgreSqlVersion version) {
      return SERVERS.computeIfAbsent(version, Running::start);
    }

    private static TestServer start(PostgreSqlVersion version) {
      String kind = System.getProperty("autogen.test.database", "embedded");
      return switch (kind) {
        case "embedded" -> EmbeddedServer.start(version);
        case "testcontainers" -> ContainerServer.start(version);
        default ->
            throw new IllegalStateException(
                "autogen.test.database is \"" + kind + "\": embedded or testcontainers");
      };
    }
  }
}
