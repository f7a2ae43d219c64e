package dev.autogen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

  @TempDir Path directory;

  @Test
  void without_any_file_has_defaults_and_no_database() {
    Config config = read(Map.of());

    assertThat(config.migrations().directory())
        .isEqualTo(directory.toAbsolutePath().resolve("src/main/java/db/migrations"));
    assertThat(config.migrations().packageName()).isEqualTo("db.migrations");
    assertThat(config.runner().lockWait()).isEqualTo(Duration.ofMinutes(5));
    assertThatThrownBy(() -> config.database().requireUrl())
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("No database is configured")
        .hasMessageContaining("autogen init");
  }

  @Test
  void hibernates_settings_come_from_the_framework_and_over_them_from_the_file()
      throws IOException {
    write(
        "src/main/resources/application.yml",
        """
        info.version: @project.version@
        spring:
          jpa:
            hibernate.naming.physical-strategy: com.example.SpringNames
            properties:
              hibernate.default_schema: ${SCHEMA:shop}
              "[hibernate.timezone.default_storage]": NORMALIZE
        """);
    write(
        "autogen.toml",
        """
        [model.properties]
        hibernate.physical_naming_strategy = "com.example.Names"
        """);

    assertThat(read(Map.of()).model().properties())
        .isEqualTo(
            Map.of(
                "hibernate.physical_naming_strategy", "com.example.Names",
                "hibernate.default_schema", "shop",
                "hibernate.timezone.default_storage", "NORMALIZE"));
  }

  @Test
  void hibernates_settings_come_from_quarkus() throws IOException {
    write(
        "src/main/resources/application.properties",
        """
        quarkus.hibernate-orm.physical-naming-strategy=com.example.Names
        quarkus.hibernate-orm.database.default-schema=shop
        quarkus.hibernate-orm.mapping.timezone.default-storage=normalize-utc
        %prod.quarkus.hibernate-orm.database.default-schema=prod
        """);

    assertThat(read(Map.of()).model().properties())
        .isEqualTo(
            Map.of(
                "hibernate.physical_naming_strategy", "com.example.Names",
                "hibernate.default_schema", "shop",
                "hibernate.timezone.default_storage", "NORMALIZE_UTC"));
  }

  @Test
  void every_setting_is_read() throws IOException {
    write(
        "autogen.toml",
        """
        [database]
        url = "postgresql://ann:${DB_PASSWORD}@${DB_HOST:-localhost}/app"
        [model]
        classpath = ["build/classes", "lib/*.jar"]
        packages = ["com.example.${PART:-app}"]
        persistence-unit = "main"
        [model.properties]
        hibernate.physical_naming_strategy = "com.example.Names"
        "hibernate.jdbc.batch_size" = 20
        [migrations]
        package = "com.example.db"
        [diff]
        ignore = ["legacy_*"]
        include = ["app_*"]
        compare-comments = false
        database-only = ["index"]
        renames = ["table:people=users"]
        operation-filter = "com.acme.Filter"
        [runner]
        lock-wait = "500ms"
        lock-timeout = "2s"
        retry-for = "1h"
        """);

    Config config = read(Map.of("DB_PASSWORD", "p$w\\"));

    assertThat(config.database().requireUrl())
        .hasToString("jdbc:postgresql://localhost/app as ann");
    assertThat(config.database().requireUrl().password()).contains("p$w\\");
    assertThat(config.model().classpath()).containsExactly("build/classes", "lib/*.jar");
    assertThat(config.model().packages()).containsExactly("com.example.app");
    assertThat(config.model().persistenceUnit()).isEqualTo("main");
    assertThat(config.model().properties())
        .containsEntry("hibernate.physical_naming_strategy", "com.example.Names")
        .containsEntry("hibernate.jdbc.batch_size", "20");
    assertThat(config.migrations().directory())
        .endsWithRaw(Path.of("src/main/java/com/example/db"));
    assertThat(config.diff())
        .isEqualTo(
            new Config.Diff(
                List.of("legacy_*"),
                List.of("app_*"),
                true,
                true,
                false,
                true,
                List.of("index"),
                List.of("table:people=users"),
                List.of("com.acme.Filter")));
    assertThat(config.runner())
        .isEqualTo(
            new Config.Runner(
                Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofHours(1), Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[database]\\n"
            + "url = 'x'\\n"
            + "usr = 'y' | autogen.toml:3: database.usr is no setting that autogen knows; did you"
            + " mean database.url?",
        "[modle]\\npackages = []"
            + " | autogen.toml:1: modle is no section that autogen knows; did you mean model?",
        "[model]\\npackages = 'a'"
            + " | autogen.toml:2: model.packages must be an array of strings.",
        "[model]\\npersistence-unit = 3"
            + " | autogen.toml:2: model.persistence-unit must be a string.",
        "[diff]\\nignore = ['${NOT_SET}']"
            + " | autogen.toml:2: diff.ignore: the environment variable NOT_SET is not set",
        "[runner]\\nlock-wait = 'soon'"
            + " | autogen.toml:2: runner.lock-wait must be a time such as \"30s\"",
        "[database\\nurl = 1 | autogen.toml:1: ",
      })
  void a_mistake_is_named_with_its_line(String toml, String message) throws IOException {
    write("autogen.toml", toml.replace("\\n", "\n"));

    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((AutogenException) e).exit().code())
        .isEqualTo(2);
  }

  @Test
  void the_nearest_place_decides_on_the_database() throws IOException {
    write("src/main/resources/application.properties", "quarkus.datasource.jdbc.url=" + at("q"));
    assertOrigin(Map.of(), "q", "quarkus.datasource.jdbc.url in");
    write(
        "src/main/resources/application.yml",
        "spring:\n  datasource:\n    url: ${URL:jdbc:postgresql://spring/db}\n    username: sa\n");
    assertOrigin(Map.of(), "spring", "spring.datasource.url in");
    assertOrigin(Map.of("SPRING_DATASOURCE_URL", at("env")), "env", "SPRING_DATASOURCE_URL");
    write(
        "src/main/resources/hibernate.cfg.xml",
        """
        <!DOCTYPE hibernate-configuration PUBLIC "-//Hibernate//DTD 3.0//EN"
            "http://nowhere.invalid/hibernate.dtd">
        <hibernate-configuration><session-factory>
        <property name="connection.url">%s</property>
        <property name="hibernate.connection.username">sa</property>
        </session-factory></hibernate-configuration>"""
            .formatted(at("cfg")));
    assertOrigin(Map.of(), "cfg", "hibernate.cfg.xml");
    write(
        "src/main/resources/META-INF/persistence.xml",
        """
        <persistence xmlns="https://jakarta.ee/xml/ns/persistence"><persistence-unit name="a">
        <properties><property name="jakarta.persistence.jdbc.url" value="%s"/></properties>
        </persistence-unit></persistence>\
        """
            .formatted(at("unit")));
    assertOrigin(Map.of(), "unit", "persistence.xml");
    write("autogen.toml", "[database]\nurl = '${FROM_DOTENV:-" + at("toml") + "}'");
    assertOrigin(Map.of(), "toml", "autogen.toml");
    write(".env", "DATABASE_URL=\"" + at("dotenv") + "\"\n");
    assertOrigin(Map.of(), "dotenv", "DATABASE_URL in .env");
    Map<String, String> environment = Map.of("DATABASE_URL", at("environment"));
    assertOrigin(environment, "environment", "the environment's DATABASE_URL");
    assertOrigin(
        Map.of("DATABASE_URL", at("environment"), "AUTOGEN_URL", at("autogen")),
        "autogen",
        "AUTOGEN_URL");
    Config config =
        ConfigReader.read(new ConfigRequest(directory, null, at("option"), List.of(), environment));
    assertThat(config.database().origin()).isEqualTo("--url");
  }

  @Test
  void a_variable_of_an_address_that_is_not_used_need_not_be_set() throws IOException {
    write("autogen.toml", "[database]\nurl = '${NOT_SET}'");

    assertOrigin(Map.of("AUTOGEN_URL", at("h")), "h", "AUTOGEN_URL");
  }

  @Test
  void profiles_choose_among_the_settings_of_an_application() throws IOException {
    write(
        "src/main/resources/application.properties",
        """
        spring.datasource.url=jdbc:postgresql://base/db
        spring.datasource.password=${DB_PASSWORD:s3cret}
        """);
    write(
        "src/main/resources/application-dev.properties",
        "spring.datasource.url=jdbc:postgresql://dev/db\n");

    Config config = read(Map.of("SPRING_PROFILES_ACTIVE", "other,dev"));

    assertThat(config.database().requireUrl().jdbcUrl()).isEqualTo("jdbc:postgresql://dev/db");
    assertThat(config.database().requireUrl().password()).contains("s3cret");
    assertThat(config.origins()).noneMatch(line -> line.contains("s3cret"));
  }

  @Test
  void a_missing_file_or_directory_is_named() {
    Path missing = directory.resolve("none.toml");
    assertThatThrownBy(
            () ->
                ConfigReader.read(new ConfigRequest(directory, missing, null, List.of(), Map.of())))
        .hasMessageContaining("none.toml does not exist");
  }

  private static String at(String host) {
    return "jdbc:postgresql://" + host + "/db";
  }

  private void assertOrigin(Map<String, String> environment, String host, String origin) {
    Config.Database database = read(environment).database();
    assertThat(database.requireUrl().jdbcUrl()).isEqualTo(at(host));
    assertThat(database.origin()).contains(origin);
  }

  private Config read(Map<String, String> environment) {
    return ConfigReader.read(new ConfigRequest(directory, null, null, List.of(), environment));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
