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

/** Each place in which projects configure their Flyway. */
class FlywaySettingsTest {

  @TempDir Path directory;

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<String, String> settings() {
    return FlywaySettings.read(directory, new Variables(Map.of("TABLE", "history")));
  }

  @Test
  void springsNamesBecomeFlyways() throws IOException {
    write(
        "src/main/resources/application.yml",
        """
        spring:
          flyway:
            url: jdbc:postgresql://h/db
            password: secret
            baseline-on-migrate: true
            locations:
              - classpath:db/migration
              - filesystem:sql
            placeholders:
              admin: root
        """);

    assertThat(settings())
        .isEqualTo(
            Map.of(
                "flyway.baselineOnMigrate", "true",
                "flyway.locations", "classpath:db/migration,filesystem:sql",
                "flyway.placeholders.admin", "root"));
  }

  @Test
  void quarkusAndItsProfilesToo() throws IOException {
    write(
        "src/main/resources/application.properties",
        """
        quarkus.flyway.migrate-at-start=true
        quarkus.flyway.table=${TABLE}
        quarkus.flyway.placeholders."a.b"=c
        spring.flyway.locations[0]=a
        spring.flyway.locations[1]=b
        """);

    assertThat(settings())
        .isEqualTo(
            Map.of(
                "flyway.table", "history",
                "flyway.placeholders.a.b", "c",
                "flyway.locations", "a,b"));
  }

  @Test
  void flywaysOwnFilesComeFirst() throws IOException {
    write("src/main/resources/application.properties", "spring.flyway.table=a\n");
    write("flyway.conf", "flyway.table=b\nflyway.sqlMigrationPrefix=M\nflyway.password=x\n");
    write(
        "flyway.toml",
        """
        [environments.local]
        password = "x"
        [flyway]
        locations = ["filesystem:a", "filesystem:b"]
        outOfOrder = true
        [flyway.placeholders]
        admin = "root"
        """);

    assertThat(settings())
        .isEqualTo(
            Map.of(
                "flyway.table", "b",
                "flyway.sqlMigrationPrefix", "M",
                "flyway.locations", "filesystem:a,filesystem:b",
                "flyway.outOfOrder", "true",
                "flyway.placeholders.admin", "root"));
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    write("flyway.toml", "[flyway\n");

    assertThatThrownBy(this::settings)
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("flyway.toml");
  }
}
