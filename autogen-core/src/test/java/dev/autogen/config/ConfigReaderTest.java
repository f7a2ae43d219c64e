package dev.autogen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of a project, and what is said of mistakes in them. */
class ConfigReaderTest extends ConfigFixture {

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
  void mapping_files_come_from_spring_in_one_line_or_several() throws IOException {
    write(
        "src/main/resources/application.yml",
        """
        spring.jpa.mapping-resources:
          - shop/orm.xml
          - shop/Plain.hbm.xml
        """);
    assertThat(read(Map.of()).model().mappingFiles())
        .containsExactly("shop/orm.xml", "shop/Plain.hbm.xml");

    write(
        "src/main/resources/application.properties",
        """
        spring.jpa.mapping-resources[0]=shop/one.xml
        spring.jpa.mapping-resources[1]=shop/two.xml
        """);
    assertThat(read(Map.of()).model().mappingFiles()).contains("shop/one.xml", "shop/two.xml");
  }

  @Test
  void mapping_files_come_from_quarkus_unless_the_file_says() throws IOException {
    write(
        "src/main/resources/application.properties",
        "quarkus.hibernate-orm.mapping-files=shop/orm.xml, shop/Plain.hbm.xml\n");
    assertThat(read(Map.of()).model().mappingFiles())
        .containsExactly("shop/orm.xml", "shop/Plain.hbm.xml");

    write("autogen.toml", "[model]\nmapping-files = [\"**/*.hbm.xml\"]\n");
    assertThat(read(Map.of()).model().mappingFiles()).containsExactly("**/*.hbm.xml");
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
        locations = ["modules/billing/db"]
        file-template = "V{rev}_{slug}"
        slug-length = 20
        timezone = "Europe/Berlin"
        explicit-imports = true
        version-table = "app_version"
        version-schema = "meta"
        [diff]
        ignore = ["legacy_*"]
        include = ["app_*"]
        compare-comments = false
        database-only = ["index"]
        renames = ["table:people=users"]
        operation-filter = "com.acme.Filter"
        keep = ["indexes"]
        [runner]
        lock-wait = "500ms"
        lock-timeout = "2s"
        retry-for = "1h"
        transaction-per-migration = false
        [[hooks]]
        name = "format"
        command = "fmt -i 'a b' {file}"
        [[hooks]]
        command = ["git", "add", "{file}"]
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
                List.of("com.acme.Filter"),
                List.of("indexes")));
    assertThat(config.runner())
        .isEqualTo(
            new Config.Runner(
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofHours(1),
                false,
                Map.of(),
                null,
                false));
    assertThat(config.migrations().locations())
        .containsExactly(directory.toAbsolutePath().resolve("modules/billing/db"));
    assertThat(config.migrations().versionSchema()).isEqualTo("meta");
    assertThat(config.migrations().versionTable()).isEqualTo("app_version");
    assertThat(config.migrations().newFiles())
        .isEqualTo(
            new Config.NewFiles(
                "V{rev}_{slug}",
                20,
                ZoneId.of("Europe/Berlin"),
                null,
                List.of(
                    new Config.Hook("format", List.of("fmt", "-i", "a b", "{file}")),
                    new Config.Hook("git", List.of("git", "add", "{file}"))),
                true,
                false));
    assertThat(config.origins())
        .anyMatch(line -> line.matches("runner.lock-wait: autogen.toml:\\d+"))
        .anyMatch(line -> line.matches("hooks: autogen.toml:\\d+"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[database]\\n"
            + "url = 'x'\\n"
            + "usr = 'y' | autogen.toml:3: database.usr is no setting that autogen knows; did you"
            + " mean database.user?",
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
        "[migrations]\\nslug-length = 0"
            + " | autogen.toml:2: migrations.slug-length must be a whole number above 0",
        "[migrations]\\ntimezone = 'Mars'"
            + " | autogen.toml:2: migrations.timezone must be a time zone such as",
        "[migrations]\\ntemplate = 'none.java'"
            + " | autogen.toml:2: migrations.template: there is no file",
        "[[hooks]]\\nname = 'format'\\ncommad = 'x'"
            + " | autogen.toml:1: hooks.commad is no setting that autogen knows; did you mean hooks.command?",
        "[hooks]\\nname = 'a' | autogen.toml:1: hooks must be written as [[hooks]].",
        "[[hooks]]\\nname = 'a' | autogen.toml:1: hooks has no command.",
        "[[hooks]]\\ncommand = \"it's\" | a quote of its command is not closed",
        "[name.prod.database]\\nulr = 'x'"
            + " | autogen.toml:2: name.prod.database.ulr is no setting that autogen knows; did you mean database.url?",
        "[name]\\nprod = 'x' | autogen.toml:2: name.prod must be a section",
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
  void a_missing_file_or_directory_is_named() {
    Path missing = directory.resolve("none.toml");
    assertThatThrownBy(
            () ->
                ConfigReader.read(new ConfigRequest(directory, missing, null, List.of(), Map.of())))
        .hasMessageContaining("none.toml does not exist");
  }

  @Test
  void a_shadow_is_either_named_or_of_a_version() throws IOException {
    write("autogen.toml", "[shadow]\nurl = 'postgresql://h/shadow'\nversion = '16'");

    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("autogen.toml:3: shadow.version")
        .hasMessageContaining("but shadow.url names another; take one of the two away");
  }
}
