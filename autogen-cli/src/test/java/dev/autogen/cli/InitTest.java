package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {

  @TempDir Path directory;

  @Test
  void in_an_empty_directory_offers_the_embedded_database() throws IOException {
    TestProject project = new TestProject(directory);

    Result result = project.run("init");

    assertThat(result.code()).isZero();
    assertThat(Files.readString(directory.resolve("autogen.toml")))
        .contains("\nurl = \"embedded:postgresql\"\n", "# lock-wait = \"5m\"");
    assertThat(project.run("history").code()).isZero();
    assertThat(directory.resolve(".gitignore")).doesNotExist();
  }

  @Test
  void what_is_commented_out_is_valid() throws IOException {
    TestProject project = new TestProject(directory);
    project.run("init", "--package", "com.acme.db");
    Path file = directory.resolve("autogen.toml");
    String text = Files.readString(file);
    assertThat(text).contains("\npackage = \"com.acme.db\"\n");

    Files.writeString(file, text.replaceAll("(?m)^# (?=[a-z._-]+ = |\\[)", ""));

    Result history = project.run("history");
    assertThat(history.all()).startsWith("There are no revisions here; ").hasLineCount(1);
    assertThat(history.code()).isZero();
  }

  @Test
  void finds_the_build_the_entities_and_the_database() throws IOException {
    TestProject project =
        new TestProject(directory)
            .write("pom.xml", "<project/>")
            .write(".gitignore", "target/")
            .write(
                "src/main/resources/application.yml",
                "spring.datasource: {url: 'jdbc:postgresql://h/db', password: s3cret}")
            .write("src/main/java/com/acme/User.java", "package com.acme;\n@Entity class User {}")
            .write(
                "src/main/java/com/acme/trips/Trip.java",
                "package com.acme.trips;\n@jakarta.persistence.Entity class Trip {}");

    Result result = project.run("init");

    assertThat(result.out())
        .contains("found a Maven project", "found entities in com.acme\n")
        .contains("found the database in spring.datasource.url in src/main/resources");
    assertThat(Files.readString(directory.resolve("autogen.toml")))
        .contains("# packages = [\"com.acme\"]", "# url = ")
        .doesNotContain("s3cret");
    assertThat(Files.readString(directory.resolve(".gitignore"))).isEqualTo("target/\n.autogen/\n");
  }

  @Test
  void never_overwrites_a_file() throws IOException {
    TestProject project = new TestProject(directory).write("autogen.toml", "[model]");

    Result result = project.run("init");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("autogen.toml exists already");
    assertThat(Files.readString(directory.resolve("autogen.toml"))).isEqualTo("[model]");
  }

  @Test
  void the_folder_and_package_of_the_migrations_are_chosen() throws IOException {
    TestProject project = new TestProject(directory);

    project.run("init", "src/main/java/com/acme/db");

    assertThat(Files.readString(directory.resolve("autogen.toml")))
        .contains("\npackage = \"com.acme.db\"\n", "\ndirectory = \"src/main/java/com/acme/db\"\n");
    project.run("revision", "--empty", "-m", "x");
    assertThat(project.run("show").out()).contains("/src/main/java/com/acme/db/M2");
    Files.delete(directory.resolve("autogen.toml"));
    assertThat(project.run("init", "changes", "--package", "a.b", "-t", "plain").code()).isZero();
    project.run("revision", "--empty", "-m", "x");
    assertThat(project.run("show").out()).contains("/changes/M2");
    Files.delete(directory.resolve("autogen.toml"));
    assertThat(project.run("init", "--package", "no-name").code()).isEqualTo(2);
    assertThat(project.run("init", "-t", "gradle").err()).contains("No such template gradle");
    assertThat(project.run("list-templates").out())
        .contains("plain - ", "maven - ", "spring-boot - ");
    assertThat(project.run("list-templates", "--format=json").out()).contains("\"spring-boot\"");
  }

  @Test
  void an_application_of_spring_boot_is_told_how_it_upgrades_its_database() throws IOException {
    TestProject project = new TestProject(directory);
    assertThat(project.run("init", "--template", "spring-boot").err())
        .contains("no class with @SpringBootApplication");
    assertThat(directory.resolve("autogen.toml")).doesNotExist();
    project.write(
        "src/main/java/com/acme/App.java",
        "package com.acme;\n@SpringBootApplication class App {}");

    Result result = project.run("init", "--template", "spring-boot", "--package", "com.acme.db");

    assertThat(result.out())
        .contains("Wrote ", "dev.autogen:autogen-core:", "upgrades its database at its start")
        .contains("Add to application.properties: autogen.migrations=com.acme.db");
    assertThat(Files.readString(directory.resolve("autogen.toml")))
        .contains("# spring.datasource.url is read");
    assertThat(project.run("init", "-t", "spring-boot").err())
        .contains("autogen.toml exists already");

    Files.delete(directory.resolve("autogen.toml"));
    assertThat(project.run("init", "-t", "spring-boot").out())
        .doesNotContain("autogen.migrations=");
  }

  @Test
  void the_dependency_that_migrations_need_is_named() throws IOException {
    for (String build : List.of("pom.xml", "build.gradle.kts", "build.xml")) {
      Path project = Files.createDirectories(directory.resolve(build + " of"));
      Files.writeString(project.resolve(build), "");
      String expected =
          switch (build) {
            case "pom.xml" -> "<artifactId>autogen-core</artifactId>";
            case "build.gradle.kts" -> "  implementation(\"dev.autogen:autogen-core:";
            default -> "it needs dev.autogen:autogen-core:";
          };
      assertThat(new TestProject(project).run("init").out()).contains(expected);
    }
  }

  @Test
  void lets_flyway_go_on_where_it_runs_the_migrations() throws IOException {
    TestProject project =
        new TestProject(directory)
            .write("src/main/resources/db/migration/V1__a.sql", "select 1;")
            .write(
                "src/main/resources/application.properties",
                "spring.jpa.hibernate.ddl-auto=update\nspring.flyway.table=history\n");

    Result result = project.run("init");

    assertThat(result.code()).as(result.all()).isZero();
    assertThat(result.out())
        .contains("found Flyway: src/main/resources/db/migration (1 file)", "--no-keep-flyway");
    assertThat(result.err())
        .contains("spring.jpa.hibernate.ddl-auto = update", "set it to none or validate");
    assertThat(Files.readString(directory.resolve("autogen.toml")))
        .contains("\nformat = \"flyway\"\n");
    assertThat(project.run("history").out()).contains("<base> -> 1 (head), a");
  }

  @Test
  void writes_java_where_flyway_is_to_go() throws IOException {
    TestProject project =
        new TestProject(directory)
            .write("src/main/resources/db/migration/V1__a.sql", "select 1;")
            .write(
                "src/main/resources/application.properties",
                "spring.jpa.hibernate.ddl-auto=validate");

    assertThat(project.run("init", "-t", "spring-boot", "--keep-flyway").code()).isEqualTo(2);
    Result result = project.run("init", "--no-keep-flyway");

    assertThat(result.code()).as(result.all()).isZero();
    assertThat(result.err()).doesNotContain("ddl-auto");
    assertThat(Files.readString(directory.resolve("autogen.toml")))
        .contains("\n# format = \"java\"\n");
  }

  @Test
  void lets_liquibase_go_on_where_it_runs_the_changelog() throws IOException {
    TestProject project =
        new TestProject(directory)
            .write("src/main/resources/config/liquibase/master.xml", "<databaseChangeLog/>");

    Result result = project.run("init", "--format", "json");

    assertThat(result.code()).as(result.all()).isZero();
    assertThat(result.out()).contains("\"format\":\"liquibase\"", "\"tables\":null");
    assertThat(Files.readString(directory.resolve("autogen.toml")))
        .contains("\nformat = \"liquibase\"\n# The first changelog");
    Files.delete(directory.resolve("autogen.toml"));
    assertThat(project.run("init").out())
        .contains("found Liquibase: src/main/resources/config/liquibase/master.xml")
        .contains("Liquibase goes on running the changelog", "--no-keep-liquibase");
    Files.delete(directory.resolve("autogen.toml"));
    assertThat(project.run("init", "--no-keep-liquibase").out())
        .contains("found Liquibase", "'autogen revision")
        .doesNotContain("goes on");
    Files.delete(directory.resolve("autogen.toml"));
    project.write("src/main/resources/application.properties", "spring.liquibase.enabled=false");
    assertThat(project.run("init").out()).doesNotContain("Liquibase");
  }

  @Test
  void a_project_with_two_runners_says_which_one_changes_the_schema() throws IOException {
    TestProject project =
        new TestProject(directory)
            .write("src/main/resources/db/migration/V1__a.sql", "select 1;")
            .write("src/main/resources/db/changelog/db.changelog-master.yaml", "");

    Result unanswered = project.run("init");
    assertThat(unanswered.code()).isEqualTo(2);
    assertThat(unanswered.err())
        .contains("db/migration (1 file)", "db.changelog-master.yaml", "--keep-liquibase");
    assertThat(project.run("init", "--keep-flyway", "--keep-liquibase").err())
        .contains("leave one out");
    assertThat(project.run("init", "--from-database", "--keep-liquibase").err())
        .contains("--from-database lets autogen run the migrations", "leave one out");
    assertThat(directory.resolve("autogen.toml")).doesNotExist();

    assertThat(project.run("init", "--no-keep-flyway").out()).contains("Liquibase goes on");
    assertThat(Files.readString(directory.resolve("autogen.toml")))
        .contains("\nformat = \"liquibase\"\n");
  }

  @Test
  void looks_into_the_database_and_says_what_to_do_with_it() throws IOException {
    TestProject project = new TestProject(directory);
    try (TestDatabase database = TestDatabase.create()) {
      assertThat(project.run("init", "--url", database.url()).out())
          .contains("it is empty", "Next: 'autogen revision");
      Files.delete(directory.resolve("autogen.toml"));
      database.execute(
          "create table a (id int)",
          "create table b (id int)",
          "create view v as select 1",
          "create table flyway_schema_history (id int)");
      assertThat(project.run("init", "--url", database.url()).out())
          .contains(
              "it has 2 tables", "found Flyway's table in the database, and none of its files")
          .contains("Next: 'autogen init --from-database' begins with the tables that are there");
      Files.delete(directory.resolve("autogen.toml"));
      assertThat(project.run("init", "--url", database.url(), "--format=json").out())
          .contains("\"tables\":2");
    }
    Files.delete(directory.resolve("autogen.toml"));
    Result unreachable = project.run("init", "--url", "postgresql://localhost:1/none");
    assertThat(unreachable.code()).as(unreachable.all()).isZero();
    assertThat(unreachable.out()).contains("could not look into it: Cannot connect to");
  }

  @Test
  void adds_to_the_pom_what_it_needs_and_leaves_the_rest_of_it_alone() throws IOException {
    String pom =
        "<project>\r\n\t<!-- ours -->\r\n\t<dependencies>\r\n\t\t<dependency>\r\n"
            + "\t\t\t<groupId>org.x</groupId> <artifactId>y</artifactId>\r\n"
            + "\t\t</dependency>\r\n\t</dependencies>\r\n</project>\r\n";
    TestProject project = new TestProject(directory);
    assertThat(project.run("init", "--edit-pom").err()).contains("there is no", "pom.xml");
    project.write("pom.xml", "<project");
    assertThat(project.run("init", "--edit-pom").err())
        .contains("pom.xml cannot be read", "Nothing was written");
    assertThat(directory.resolve("autogen.toml")).doesNotExist();
    project.write("pom.xml", pom);

    Result result = project.run("init", "--edit-pom");

    assertThat(result.out())
        .contains("Added to pom.xml: the dependency autogen-core, autogen-maven-plugin.")
        .doesNotContain("<artifactId>");
    String edited = Files.readString(directory.resolve("pom.xml"));
    assertThat(edited)
        .contains("\r\n\t<!-- ours -->\r\n", "<groupId>org.x</groupId> <artifactId>y</artifactId>")
        .containsPattern("<artifactId>autogen-core</artifactId>\\s+<version>\\d[^<]*</version>")
        .containsPattern("<plugin>\\s+<groupId>dev.autogen</groupId>")
        .doesNotContainPattern("[^\r]\n");
    Files.delete(directory.resolve("autogen.toml"));
    assertThat(project.run("init", "--edit-pom").out()).contains("pom.xml has what autogen needs");
    assertThat(Files.readString(directory.resolve("pom.xml"))).isEqualTo(edited);
  }

  @Test
  void a_switched_off_flyway_does_not_count() throws IOException {
    TestProject project =
        new TestProject(directory)
            .write("src/main/resources/db/migration/V1__a.sql", "select 1;")
            .write("src/main/resources/application.properties", "spring.flyway.enabled=false");

    assertThat(project.run("init").out()).doesNotContain("Flyway");
  }

  @Test
  void tells_a_gradle_project_how_to_give_the_class_path() {
    TestProject project = new TestProject(directory).write("build.gradle.kts", "plugins { java }");

    assertThat(project.run("check", "--url", "embedded:postgresql").err())
        .contains("sourceSets.main.get().runtimeClasspath", "./gradlew -q autogenClasspath");
    assertThat(project.run("init").out())
        .contains("found a Gradle project", "Add to build.gradle.kts a task", "autogenClasspath");
    TestProject groovy = new TestProject(directory.resolve("b")).write("build.gradle", "");
    assertThat(groovy.run("revision", "-m", "x", "--url", "embedded:postgresql").err())
        .contains("Add to build.gradle a task", "tasks.register('autogenClasspath')");
  }

  @Test
  void a_check_without_its_database_names_the_one_that_needs_none() {
    TestProject project = TestProject.at(directory, "postgresql://localhost:1/none");
    project.compile(TestProject.USER);

    Result check = project.run("check");

    assertThat(check.code()).isEqualTo(3);
    assertThat(check.err()).contains("Cannot connect to", "'autogen check --against history'");
    assertThat(project.run("upgrade").err()).doesNotContain("--against");
  }
}
