package dev.autogen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
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
        locations = ["modules/billing/db"]
        file-template = "V{rev}_{slug}"
        slug-length = 20
        timezone = "Europe/Berlin"
        version-table = "app_version"
        version-schema = "meta"
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
                List.of("com.acme.Filter")));
    assertThat(config.runner())
        .isEqualTo(
            new Config.Runner(
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofHours(1),
                false,
                Map.of(),
                null));
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
                    new Config.Hook("git", List.of("git", "add", "{file}")))));
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
  void a_named_section_stands_over_the_rest_and_over_the_environment() throws IOException {
    write(
        "autogen.toml",
        """
        [database]
        url = "%s"
        [migrations]
        package = "db.app"
        [model.properties]
        a = "1"
        b = "1"
        [name.billing]
        database.url = "%s"
        migrations.package = "db.billing"
        [name.billing.model.properties]
        b = "2"
        [name.other.runner]
        lock-wait = "1s"
        """
            .formatted(at("app"), at("billing")));
    Map<String, String> environment = Map.of("DATABASE_URL", at("environment"));

    Config billing = read("billing", environment);
    assertThat(billing.database().requireUrl().jdbcUrl()).isEqualTo(at("billing"));
    assertThat(billing.database().origin()).isEqualTo("autogen.toml:9: database.url");
    assertThat(billing.migrations().packageName()).isEqualTo("db.billing");
    assertThat(billing.model().properties()).isEqualTo(Map.of("a", "1", "b", "2"));
    assertThat(billing.origins().get(0)).endsWith("autogen.toml, [name.billing]");
    assertThat(read("other", environment).database().requireUrl().jdbcUrl())
        .isEqualTo(at("environment"));
    assertThat(read("other", Map.of()).database().requireUrl().jdbcUrl()).isEqualTo(at("app"));
    assertThatThrownBy(() -> read("staging", Map.of()))
        .hasMessage("autogen.toml has no section [name.staging]; there is billing, other.");
    Files.delete(directory.resolve("autogen.toml"));
    assertThatThrownBy(() -> read("billing", Map.of()))
        .hasMessageContaining("There is no autogen.toml with a section [name.billing]");
  }

  @Test
  void the_environment_names_the_file() throws IOException {
    write("config/other.toml", "[database]\nurl = '" + at("other") + "'");

    Config config = read(Map.of("AUTOGEN_CONFIG", "config/other.toml"));

    assertThat(config.database().requireUrl().jdbcUrl()).isEqualTo(at("other"));
    assertThat(config.directory()).isEqualTo(directory.toAbsolutePath());
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://db:5433/app, ann, one",
    "r2dbc:postgresql://db:5433/app, bob, t:w\\o",
    "postgres://db/other, ann, three",
    "postgres://eve@[::1]/other, ann, four",
    "postgresql:///app, ann, three",
    "jdbc:postgresql:app, ann, three",
    "jdbc:postgresql://db:5433/none?user=eve, ann,",
  })
  void the_password_file_knows_passwords(String url, String user, String password)
      throws IOException {
    write(
        "pgpass",
        """
        # host:port:database:user:password
        db:5433:app:ann:one
        *:5433:*:bob:t\\:w\\\\o
        broken
        *:5432:*:ann:three
        \\:\\:1:*:*:eve:four
        """);
    String place = directory.resolve("pgpass").toString();

    Config config = read(Map.of("DATABASE_URL", url, "PGUSER", user, "PGPASSFILE", place));

    assertThat(config.database().requireUrl().password().orElse(null)).isEqualTo(password);
    assertThat(config.toString()).doesNotContain("three", "four");
    assertThat(String.join("\n", config.origins())).doesNotContain("three", "four");
  }

  @Test
  void credentials_come_from_the_nearest_place() throws IOException {
    write("secret", "from a file\nand more\n");
    write("pgpass", "*:*:*:*:from pgpass");
    Map<String, String> environment =
        Map.of("PGPASSFILE", "pgpass", "DATABASE_URL", "postgresql://db/app");
    assertPassword(environment, "from pgpass", "PGPASSFILE");
    Map<String, String> variable = new java.util.HashMap<>(environment);
    variable.put("PGPASSWORD", "from a variable");
    assertPassword(variable, "from a variable", "PGPASSWORD");
    write("autogen.toml", "[database]\nuser = 'ann'\npassword-file = 'secret'");
    assertPassword(variable, "from a file", "the file ");
    write("autogen.toml", "[database]\nuser = 'ann'\npassword = '${PGPASSWORD}@/%41'");
    assertPassword(variable, "from a variable@/%41", "autogen.toml:3: database.password");
    assertThat(read(variable).database().requireUrl().user()).contains("ann");
    variable.put("DATABASE_URL", "postgresql://eve:in+the+url@db/app");
    assertThat(read(variable).database().requireUrl().password()).contains("in+the+url");
    assertThat(read(variable).database().requireUrl().user()).contains("eve");
    write("autogen.toml", "[database]\npassword-file = 'missing'");
    assertThatThrownBy(() -> read(Map.of("DATABASE_URL", "postgresql://db/app")))
        .hasMessageContaining("autogen.toml:2: database.password-file")
        .hasMessageContaining("cannot be read");
  }

  private void assertPassword(Map<String, String> environment, String password, String origin) {
    Config config = read(environment);
    assertThat(config.database().requireUrl().password()).contains(password);
    assertThat(config.origins())
        .anyMatch(line -> line.startsWith("password: from " + origin))
        .noneMatch(line -> line.contains(password));
  }

  @Test
  void an_application_says_which_profiles_are_active() throws IOException {
    write(
        "src/main/resources/application.yml",
        """
        spring:
          profiles:
            active: ${STAGE:prod}
            group: {staging: [eu, tls]}
          datasource.url: jdbc:postgresql://base/db
        ---
        spring:
          config.activate.on-profile: ["!prod & tls", nobody]
          datasource.url: jdbc:postgresql://tls/db
        """);
    write(
        "src/main/resources/application-prod.yml",
        "spring.datasource: {url: 'jdbc:postgresql://prod/db', username: app}");
    write("src/main/resources/application-eu.yml", "spring.datasource.username: eu");

    assertOrigin(Map.of(), "prod", "src/main/resources/application-prod.yml");
    assertThat(read(Map.of()).database().requireUrl().user()).contains("app");
    assertOrigin(Map.of("STAGE", "staging"), "tls", "application.yml");
    assertThat(read(Map.of("STAGE", "staging")).database().requireUrl().user()).contains("eu");
    assertOrigin(Map.of("SPRING_PROFILES_ACTIVE", "none"), "base", "application.yml");
    write("application-default.properties", "spring.datasource.url=" + at("default"));
    write("src/main/resources/application.yml", "spring.datasource.url: " + at("base"));
    assertOrigin(Map.of(), "default", "application-default.properties");
  }

  @Test
  void quarkus_has_profiles_too() throws IOException {
    write(
        "src/main/resources/application.properties",
        """
        quarkus.datasource.jdbc.url=jdbc:postgresql://base/db
        %prod.quarkus.datasource.jdbc.url=jdbc:postgresql://prod/db
        %{staging,test}.quarkus.datasource.jdbc.url=jdbc:postgresql://staging/db
        """);
    write(
        "src/main/resources/application-local.properties",
        "quarkus.datasource.jdbc.url=jdbc:postgresql://local/db\n");

    assertOrigin(Map.of(), "base", "quarkus.datasource.jdbc.url");
    assertOrigin(Map.of("QUARKUS_PROFILE", "prod"), "prod", "quarkus.datasource.jdbc.url");
    assertOrigin(Map.of("QUARKUS_PROFILE", "test"), "staging", "quarkus.datasource.jdbc.url");
    assertOrigin(Map.of("QUARKUS_PROFILE", "prod,local"), "prod", "application.properties");
    assertOrigin(Map.of("QUARKUS_PROFILE", "local"), "local", "application-local.properties");
    write(
        "src/main/resources/application.yml",
        "quarkus.profile: stage\n\"%stage\":\n  quarkus.datasource.reactive.url:"
            + " vertx-reactive:postgresql://reactive/db");
    Files.delete(directory.resolve("src/main/resources/application.properties"));
    assertOrigin(Map.of(), "reactive", "quarkus.datasource.reactive.url");
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

  private Config read(String name, Map<String, String> environment) {
    return ConfigReader.read(
        new ConfigRequest(directory, null, name, null, List.of(), environment));
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
