package dev.autogen.testing;

import dev.autogen.embedded.EmbeddedMySql;
import dev.autogen.embedded.MySqlRelease;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/** MariaDB and MySQL for tests: each is started once per process, and each test has a database. */
public enum MySqlServer {
  MARIADB(MySqlRelease.MARIADB_11_4),
  MYSQL(MySqlRelease.MYSQL_8_0);

  private static final Path JARS = Path.of("target", "databases");

  private final MySqlRelease release;
  private EmbeddedMySql server;
  private String problem = "";

  MySqlServer(MySqlRelease release) {
    this.release = release;
  }

  /** Whether it runs here; if not, {@code NOT TRIED} is printed, with the reason. */
  public synchronized boolean isThere() {
    if (server == null && problem.isEmpty()) {
      try {
        server = start();
      } catch (AutogenException e) {
        problem = e.getMessage();
        System.err.println("NOT TRIED on " + release + ": " + problem);
      }
    }
    return server != null;
  }

  /** The running server. */
  public EmbeddedMySql server() {
    if (!isThere()) {
      throw new IllegalStateException(problem);
    }
    return server;
  }

  private EmbeddedMySql start() {
    try {
      Path home = Files.createTempDirectory("autogen-" + release.product() + "-");
      EmbeddedMySql started =
          EmbeddedMySql.start(
              home, release, (coordinates, directory) -> jar(), Duration.ofMinutes(2), step -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, home)));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(EmbeddedMySql server, Path home) {
    server.close();
    try (Stream<Path> all = Files.walk(home)) {
      all.sorted((a, b) -> b.compareTo(a)).forEach(each -> each.toFile().delete());
    } catch (IOException e) {
      // It is a temporary folder.
    }
  }

  private Path jar() {
    return Stream.of(JARS, Path.of("..", "autogen-core").resolve(JARS))
        .map(each -> each.resolve(release.product() + ".jar"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                AutogenException.failed(
                    "the archive is missing; run: mvn -pl autogen-core process-test-resources",
                    null));
  }

  /** The name in messages. */
  public String label() {
    return this == MARIADB ? "MariaDB" : "MySQL";
  }

  /** The URL of a database, with its user and password. */
  public String url(String database) {
    return server().jdbcUrl(database)
        + "?user="
        + server().user()
        + "&password="
        + server().password();
  }

  /** A connection to a database, by the driver that autogen brings along. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", server().user());
    properties.put("password", server().password());
    properties.put("allowMultiQueries", "true");
    String url = server().jdbcUrl(database);
    return new org.mariadb.jdbc.Driver()
        .connect(url.replace("jdbc:mysql:", "jdbc:mariadb:"), properties);
  }

  /** Creates an empty database, and returns its name. */
  public String create() throws SQLException {
    String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    try (Connection connection = connect("mysql");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " character set utf8mb4");
    }
    return name;
  }
}
