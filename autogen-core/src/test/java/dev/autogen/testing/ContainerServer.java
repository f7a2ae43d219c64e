package dev.autogen.testing;

import java.util.stream.Stream;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container; Testcontainers removes it when the virtual machine ends. */
record ContainerServer(PostgreSQLContainer container) implements TestServer {

  static ContainerServer start(PostgreSqlVersion version) {
    String image =
        System.getProperty("autogen.test.image." + version.major(), "postgres:" + version.major());
    String[] command =
        Stream.concat(
                Stream.of("postgres"),
                SETTINGS.entrySet().stream()
                    .flatMap(entry -> Stream.of("-c", entry.getKey() + "=" + entry.getValue())))
            .toArray(String[]::new);
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
            .withUsername("postgres")
            .withPassword("postgres")
            .withDatabaseName("postgres")
            .withCommand(command);
    container.start();
    return new ContainerServer(container);
  }

  @Override
  public String url(String database) {
    return "jdbc:postgresql://%s:%d/%s?user=postgres&password=postgres"
        .formatted(container.getHost(), container.getMappedPort(5432), database);
  }
}
