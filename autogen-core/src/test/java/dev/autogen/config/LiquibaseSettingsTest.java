package dev.autogen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each place in which projects configure their Liquibase. */
class LiquibaseSettingsTest {

  @TempDir Path directory;

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<String, String> settings() throws IOException {
    write("autogen.toml", "[migrations]\nformat = \"liquibase\"\n" + own);
    ConfigRequest request =
        new ConfigRequest(
            directory,
            null,
            null,
            "jdbc:postgresql://localhost/x",
            java.util.List.of(),
            Map.of("LOCKS", "locks"));
    return ConfigReader.read(request).migrations().sql().settings();
  }

  private String own = "";

  @Test
  void springsNames() throws IOException {
    write(
        "src/main/resources/application.yml",
        """
        spring:
          liquibase:
            change-log: classpath:/db/master.xml
            contexts: [dev, "!test"]
            label-filter: "v1 or v2"
            default-schema: app
            liquibase-schema: admin
            database-change-log-table: changes
            databaseChangeLogLockTable: ${LOCKS}
            url: jdbc:postgresql://elsewhere/x
            password: secret
            parameters:
              admin: root
              a.b: c
        """);

    assertThat(settings())
        .isEqualTo(
            Map.of(
                "liquibase.changelog", "classpath:/db/master.xml",
                "liquibase.contexts", "dev,!test",
                "liquibase.labels", "v1 or v2",
                "liquibase.default-schema", "app",
                "liquibase.liquibase-schema", "admin",
                "liquibase.table", "changes",
                "liquibase.lock-table", "locks",
                "liquibase.parameters.admin", "root",
                "liquibase.parameters.a.b", "c"));
  }

  @Test
  void quarkussNames() throws IOException {
    write(
        "src/main/resources/application.properties",
        """
        quarkus.liquibase.change-log=db/changeLog.xml
        quarkus.liquibase.contexts=prod
        quarkus.liquibase.labels=v1
        quarkus.liquibase.default-schema-name=app
        quarkus.liquibase.liquibase-schema-name=admin
        quarkus.liquibase.database-change-log-table-name=changes
        quarkus.liquibase.database-change-log-lock-table-name=locks
        quarkus.liquibase.change-log-parameters."admin"=root
        """);

    assertThat(settings())
        .isEqualTo(
            Map.of(
                "liquibase.changelog", "db/changeLog.xml",
                "liquibase.contexts", "prod",
                "liquibase.labels", "v1",
                "liquibase.default-schema", "app",
                "liquibase.liquibase-schema", "admin",
                "liquibase.table", "changes",
                "liquibase.lock-table", "locks",
                "liquibase.parameters.admin", "root"));
  }

  @Test
  void itsOwnFileAndAutogensWhichCountsMost() throws IOException {
    write(
        "liquibase.properties",
        """
        changeLogFile: db/a.xml
        liquibase.command.labelFilter=v1
        contexts=prod
        parameter.admin=root
        parameter.x=1
        password=secret
        """);
    own =
        """
        changelog = "db/b.xml"
        contexts = "dev"
        author = "ann"
        [migrations.parameters]
        admin = "ann"
        """;

    assertThat(settings())
        .isEqualTo(
            Map.of(
                "liquibase.changelog", "db/b.xml",
                "liquibase.labels", "v1",
                "liquibase.contexts", "dev",
                "liquibase.author", "ann",
                "liquibase.parameters.admin", "ann",
                "liquibase.parameters.x", "1"));
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    write("liquibase.properties", "a=\\u00");

    assertThatThrownBy(this::settings)
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("liquibase.properties");
  }
}
