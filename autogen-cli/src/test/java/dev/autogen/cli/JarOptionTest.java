package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations run from what an application is delivered as, with no project beside it. */
class JarOptionTest {

  /** The forms in which an application is delivered. */
  enum Form {
    JAR,
    JAR_WITH_CLASS_PATH,
    SPRING_BOOT,
    UNPACKED,
    WAR,
    QUARKUS_FOLDER,
    QUARKUS_JAR;

    Path write(DeliveredApplication application) throws IOException {
      return switch (this) {
        case JAR -> application.jar();
        case JAR_WITH_CLASS_PATH -> application.jarWithClassPath();
        case SPRING_BOOT -> application.springBootJar();
        case UNPACKED -> application.unpacked();
        case WAR -> application.war();
        case QUARKUS_FOLDER -> application.quarkus();
        case QUARKUS_JAR -> application.quarkus().resolve("quarkus-run.jar");
      };
    }
  }

  @TempDir Path directory;
  @TempDir Path elsewhere;
  private final TestDatabase database = TestDatabase.create();
  private TestProject empty;
  private DeliveredApplication application;

  @BeforeEach
  void prepare() throws IOException {
    empty = new TestProject(elsewhere);
    application = DeliveredApplication.in(directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Result run(Path jar, String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--jar", jar.toString()));
    all.addAll(List.of(arguments));
    return empty.run(all.toArray(String[]::new));
  }

  private static String ok(Result result) {
    assertThat(result.code()).as(result.all()).isZero();
    return result.out();
  }

  @ParameterizedTest
  @EnumSource
  void every_form_runs_its_migrations(Form form) throws IOException {
    Path jar = form.write(application.with("application.properties", settings("")));

    assertThat(ok(run(jar, "history"))).contains("aa02 (head), first customer", "<base> -> aa01");
    assertThat(ok(run(jar, "upgrade"))).contains("base -> aa01", "aa01 -> aa02");
    assertThat(database.queryValue("select name from customers")).isEqualTo("Ada");
    assertThat(ok(run(jar, "current", "--check-heads"))).contains("aa02 (head)");
    assertThat(ok(run(jar, "status"))).contains("aa02 (current)");
    ok(run(jar, "downgrade", "base"));
    assertThat(database.query("select 1 where to_regclass('customers') is null")).hasSize(1);
    try (var files = Files.list(elsewhere)) {
      assertThat(files).as("nothing is written where the command runs").isEmpty();
    }
  }

  private String settings(String profile) {
    String quarkus = profile + "quarkus.datasource.jdbc.url=" + database.url() + "\n" + profile;
    return quarkus + "quarkus.datasource.username=unused\nautogen.migrations=com.acme.db\n";
  }

  @Test
  void a_delivered_quarkus_application_is_one_of_production() throws IOException {
    Path jar =
        application
            .with(
                "application.properties",
                settings("%prod.") + "%dev.quarkus.datasource.jdbc.url=jdbc:postgresql://dev/dev\n")
            .quarkus();

    ok(run(jar, "upgrade"));

    assertThat(database.queryValue("select name from customers")).isEqualTo("Ada");
  }

  @Test
  void the_application_and_the_command_use_the_same_version_table() throws IOException {
    Path jar =
        application
            .with(
                "application.yml",
                """
                spring.datasource.url: jdbc:postgresql://nowhere/
                autogen:
                  url: %s
                  migrations: com.acme.db
                  version-table: shop_version
                  arguments.owner: sales
                """
                    .formatted(database.url()))
            .springBootJar();

    ok(run(jar, "upgrade"));

    assertThat(database.queryValue("select version from shop_version")).isEqualTo("aa02");
    assertThat(database.queryValue("select obj_description('customers'::regclass)"))
        .isEqualTo("sales");
    ok(run(jar, "downgrade", "base"));
    ok(run(jar, "upgrade", "-x", "owner=me"));
    assertThat(database.queryValue("select obj_description('customers'::regclass)"))
        .isEqualTo("me");
  }

  @Test
  void that_an_application_has_several_schemas_is_said() throws IOException {
    Path jar =
        application
            .with(
                "application.yml",
                "autogen: { migrations: com.acme.db, url: '%s', schemas: [ a, b ] }"
                    .formatted(database.url()))
            .springBootJar();

    assertThat(run(jar, "current").err()).contains("autogen.schemas", "--all-schemas");
  }

  @Test
  void a_failure_names_commands_that_find_the_application() throws IOException {
    Path jar = application.springBootJar();
    database.execute("create table customers ()");

    Result upgrade = run(jar, "upgrade", "--package", "com.acme.db", "--url", database.url());

    assertThat(upgrade.code()).isEqualTo(3);
    assertThat(upgrade.err())
        .contains(
            "'autogen stamp aa01 --jar " + jar + " --package com.acme.db'",
            "'autogen upgrade --jar " + jar + " --package com.acme.db'");
  }

  @Test
  void what_is_said_on_the_command_line_comes_first() throws IOException {
    Path jar =
        application
            .with("application.properties", "spring.datasource.url=jdbc:postgresql://nowhere/\n")
            .springBootJar();

    ok(run(jar, "stamp", "aa01", "--package", "com.acme.db", "--url", database.url()));
    Result current =
        run(jar, "current", "--check-heads", "--package", "com.acme.db", "--url", database.url());

    assertThat(current.code()).isEqualTo(1);
    assertThat(current.out()).contains("aa01");
    assertThat(current.err()).contains("'autogen upgrade --jar " + jar + " --package com.acme.db'");
  }

  @Test
  void reading_the_history_runs_nothing_of_the_application() throws IOException {
    System.clearProperty("delivered.initialised");
    Path jar = application.springBootJar();
    String[] place = {"--package", "com.acme.db", "--url", database.url()};

    ok(run(jar, "history", place[0], place[1]));
    ok(run(jar, "status", place));
    assertThat(System.getProperty("delivered.initialised")).isNull();
    ok(run(jar, "upgrade", place));
    assertThat(System.clearProperty("delivered.initialised")).isEqualTo("yes");
  }

  @Test
  void the_packages_that_have_migrations_are_named() throws IOException {
    Result history = run(application.war(), "history");

    assertThat(history.code()).isEqualTo(2);
    assertThat(history.err())
        .contains("package db.migrations of", "app.war", "'--package com.acme.db'");
  }

  @Test
  void an_application_without_migrations_is_told_from_one_with_others() throws IOException {
    Path jar = directory.resolve("empty.jar");
    Files.copy(application.with("x.txt", "").jar(), jar);
    try (var files = FileSystems.newFileSystem(jar)) {
      Files.delete(files.getPath("com/acme/db/M202601010000_aa01_customers.class"));
      Files.delete(files.getPath("com/acme/db/M202601020000_aa02_first_customer.class"));
    }

    Result history = run(jar, "history");

    assertThat(history.code()).isEqualTo(2);
    assertThat(history.err()).contains("nor in any other", "compiles the migrations");
  }

  @Test
  void what_is_no_application_is_named() throws IOException {
    Path text = Files.writeString(directory.resolve("app.txt"), "hello");
    byte[] whole = Files.readAllBytes(application.jar());
    Path cut = Files.write(directory.resolve("cut.jar"), Arrays.copyOf(whole, 900));

    assertThat(run(directory.resolve("nope.jar"), "upgrade").err()).contains("There is no file");
    assertThat(run(text, "upgrade").err()).contains("app.txt is no jar");
    assertThat(run(cut, "upgrade").err()).contains("cut.jar is no jar, or not a whole one");
    assertThat(run(cut, "upgrade").code()).isEqualTo(2);
    assertThat(empty.run("upgrade", "--package", "db").err()).contains("--package is for --jar");
  }

  @Test
  void a_java_that_is_too_old_is_told_before_anything_runs() throws IOException {
    Path jar = application.forJava(90).springBootJar();

    Result upgrade = run(jar, "upgrade", "--package", "com.acme.db", "--url", database.url());

    assertThat(upgrade.code()).isEqualTo(2);
    assertThat(upgrade.err())
        .contains("com.acme.db.M202601010000_aa01_customers", "compiled for Java 90", "JAVA_HOME");
    assertThat(database.query("select 1 where to_regclass('autogen_version') is null")).hasSize(1);
  }
}
