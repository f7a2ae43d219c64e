package dev.autogen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the database, its user and password come from. */
class ConfigDatabaseTest extends ConfigFixture {

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
  void of_two_profiles_the_later_one_wins() throws IOException {
    write("src/main/resources/application-one.properties", "spring.datasource.url=" + at("one"));
    write("src/main/resources/application-two.properties", "spring.datasource.url=" + at("two"));

    assertOrigin(Map.of("SPRING_PROFILES_ACTIVE", "one,two"), "two", "application-two.properties");
    assertOrigin(Map.of("SPRING_PROFILES_ACTIVE", "two,one"), "one", "application-one.properties");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DB_HOST-NAME.X", "DB_HOST_NAME_X", "DB.HOST-NAME.X", "db.host-name.x"})
  void a_placeholder_is_found_in_the_environment_as_spring_finds_it(String name)
      throws IOException {
    write(
        "src/main/resources/application.yml",
        "spring:\n  datasource:\n    url: jdbc:postgresql://${" + name + "}:1/app\n");

    assertThat(read(Map.of("DB_HOST_NAME_X", "db")).database().requireUrl().jdbcUrl())
        .isEqualTo("jdbc:postgresql://db:1/app");
    Config without = read(Map.of());
    assertThatThrownBy(() -> without.database().requireUrl())
        .hasMessageStartingWith(
            "No database is configured.\nspring.datasource.url in"
                + " src/main/resources/application.yml has the placeholder ${"
                + name
                + "}, which is not set")
        .hasMessageContaining("Pass --url");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://db/app",
    "jdbc:mariadb://db/app",
    "jdbc:h2:mem:app;MODE=PostgreSQL",
    "jdbc:sqlite:/data/app.db"
  })
  void every_kind_of_database_is_found_in_settings_of_spring_and_quarkus(String url)
      throws IOException {
    write("src/main/resources/application.properties", "spring.datasource.url=" + url);
    assertThat(read(Map.of()).database().requireUrl().jdbcUrl()).isEqualTo(url);
    write("src/main/resources/application.properties", "quarkus.datasource.jdbc.url=" + url);
    assertThat(read(Map.of()).database().requireUrl().jdbcUrl()).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:sqlite:data/app.db, jdbc:sqlite:%s/data/app.db",
    "jdbc:sqlite:/data/app.db?cache=shared, jdbc:sqlite:/data/app.db?cache=shared",
    "jdbc:h2:./data/app;MODE=MySQL, jdbc:h2:%s/data/app;MODE=MySQL",
    "jdbc:h2:mem:app, jdbc:h2:mem:app",
    "jdbc:h2:~/app, jdbc:h2:~/app"
  })
  void a_relative_file_lies_in_the_project(String written, String meant) throws IOException {
    write("autogen.toml", "[database]\nurl = '" + written + "'");

    assertThat(read(Map.of()).database().requireUrl().jdbcUrl())
        .isEqualTo(meant.formatted(directory));
  }

  @Test
  void a_variable_of_the_environment_stands_over_one_of_the_file() throws IOException {
    write("autogen.toml", "[database]\nurl = '${PLACE}'");
    write(".env", "PLACE=" + at("dotenv") + "\n");

    assertOrigin(Map.of(), "dotenv", "autogen.toml");
    assertOrigin(Map.of("PLACE", at("environment")), "environment", "autogen.toml");
  }

  @Test
  void a_database_without_a_name_has_that_of_its_user() throws IOException {
    write("pgpass", "db:5432:postgres:ann:wrong\ndb:5432:ann:ann:right\n");
    onlyForItsOwner("pgpass");
    String place = directory.resolve("pgpass").toString();

    Config config = read(Map.of("DATABASE_URL", "postgresql://ann@db", "PGPASSFILE", place));

    assertThat(config.database().requireUrl().password()).contains("right");
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
    onlyForItsOwner("pgpass");
    String place = directory.resolve("pgpass").toString();

    Config config = read(Map.of("DATABASE_URL", url, "PGUSER", user, "PGPASSFILE", place));

    assertThat(config.database().requireUrl().password().orElse(null)).isEqualTo(password);
    assertThat(config.toString()).doesNotContain("three", "four");
    assertThat(String.join("\n", config.origins())).doesNotContain("three", "four");
  }

  @Test
  void credentials_come_from_the_nearest_place() throws IOException {
    write("secret", "from a file\nand more\n");
    write("home/.pgpass", "*:*:*:*:from home");
    onlyForItsOwner("home/.pgpass");
    String home = directory.resolve("home").toString();
    assertPassword(
        Map.of("HOME", home, "DATABASE_URL", "postgresql://db/app"),
        "from home",
        home + "/.pgpass");
    write("pgpass", "*:*:*:*:from pgpass");
    onlyForItsOwner("pgpass");
    Map<String, String> environment =
        Map.of("HOME", home, "PGPASSFILE", "pgpass", "DATABASE_URL", "postgresql://db/app");
    assertPassword(environment, "from pgpass", "PGPASSFILE");
    Map<String, String> variable = new HashMap<>(environment);
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

  @Test
  void mysql_has_places_of_its_own() throws IOException {
    write(
        "home/.my.cnf",
        "[mysqld]\npassword=wrong\n[client]\nuser = ann\npassword = \"one # two\"\nhost=db # x\n");
    onlyForItsOwner("home/.my.cnf");
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", directory.resolve("home").toString());
    environment.put("DATABASE_URL", "mysql://db/app");
    assertThat(read(environment).database().requireUrl().user()).contains("ann");
    assertPassword(environment, "one # two", "[client] of ");
    environment.put("MYSQL_PWD", "three");
    assertPassword(environment, "three", "MYSQL_PWD");
    environment.remove("MYSQL_PWD");
    environment.put("DATABASE_URL", "mariadb://other/app");
    assertThat(read(environment).database().requireUrl().password()).isEmpty();
    environment.put("DATABASE_URL", "mariadb://eve@db/app");
    assertThat(read(environment).database().requireUrl().password()).isEmpty();
  }

  @Test
  void a_password_file_that_others_may_read_is_left_alone() throws IOException {
    write(".pgpass", "db:*:*:*:s3cret");
    Files.setPosixFilePermissions(
        directory.resolve(".pgpass"), PosixFilePermissions.fromString("rw-r-----"));

    Config config =
        read(Map.of("HOME", directory.toString(), "DATABASE_URL", "postgresql://db/app"));

    assertThat(config.database().requireUrl().password()).isEmpty();
    assertThat(config.database().warnings())
        .singleElement()
        .asString()
        .endsWith(
            "is left alone, because its group or others may use it: chmod 600 "
                + directory.resolve(".pgpass"));
    assertThat(
            read(Map.of("HOME", directory.toString(), "DATABASE_URL", "postgresql://other/app"))
                .database()
                .warnings())
        .isEmpty();
  }

  @Test
  void the_shadow_has_the_same_places_for_its_credentials() throws IOException {
    write("autogen.toml", "[shadow]\nurl = 'postgresql://shadow/app'");
    write(".pgpass", "db:*:*:*:one\nshadow:*:*:ann:two\nshadow:*:*:eve:three");
    onlyForItsOwner(".pgpass");
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", directory.toString());
    environment.put("PGUSER", "ann");

    assertThat(shadow(environment).password()).contains("two");
    assertThat(shadow(environment).user()).contains("ann");
    environment.put("PGPASSWORD", "four");
    assertThat(shadow(environment).password()).contains("four");
    write("secret", "five\n");
    write(
        "autogen.toml",
        "[shadow]\nurl = 'postgresql://shadow/app'\nuser = 'eve'\npassword-file = 'secret'");
    assertThat(shadow(environment).password()).contains("five");
    assertThat(shadow(environment).user()).contains("eve");
    assertThat(read(environment).toString()).doesNotContain("two", "four", "five");
  }

  private DatabaseUrl shadow(Map<String, String> environment) {
    return Objects.requireNonNull(read(environment).shadow().url());
  }

  private void onlyForItsOwner(String name) throws IOException {
    Files.setPosixFilePermissions(
        directory.resolve(name), PosixFilePermissions.fromString("rw-------"));
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

  private static String at(String host) {
    return "jdbc:postgresql://" + host + "/db";
  }

  private void assertOrigin(Map<String, String> environment, String host, String origin) {
    Config.Database database = read(environment).database();
    assertThat(database.requireUrl().jdbcUrl()).isEqualTo(at(host));
    assertThat(database.origin()).contains(origin);
  }
}
