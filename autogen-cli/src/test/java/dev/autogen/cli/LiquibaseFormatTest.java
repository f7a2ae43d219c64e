package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Migrations that autogen writes as changesets for Liquibase. */
class LiquibaseFormatTest extends LiquibaseFixture {

  @Test
  void a_revision_is_a_changeset_that_liquibase_runs() throws Exception {
    assertThat(fails(3, "revision", "-m", "add name").err())
        .contains("not up to date; pending: 1 (create users)", "'mvn liquibase:update'");
    assertThat(database.query("select 1 where to_regclass('databasechangelog') is not null"))
        .isEmpty();
    update();
    assertThat(fails(1, "check").out()).contains("users.name");

    Result revision = ok("revision", "-m", "add name");

    assertThat(files()).containsExactly("001-create-users.sql", "002-add-name.sql");
    assertThat(text("db/changelog/changes/002-add-name.sql"))
        .matches(
            """
            --liquibase formatted sql

            --changeset ann:2
            --comment: add name
            -- Generated from the model; proven on PostgreSQL [0-9.]+: upgrade matches the model, downgrade
            -- restores the schema; tried with 8 rows in 1 table\\.
            alter table users add column name varchar\\(40\\);
            --rollback alter table users drop column name;
            """);
    assertThat(text(MASTER))
        .isEqualTo(
            """
            databaseChangeLog:
              - include:
                  file: changes/001-create-users.sql
                  relativeToChangelogFile: true
              - include:
                  file: changes/002-add-name.sql
                  relativeToChangelogFile: true
            """);
    assertThat(revision.out()).contains("Proven on PostgreSQL", "'mvn liquibase:update'");
    assertThat(fails(1, "check").out()).contains("pending: 2. Run 'mvn liquibase:update'");
    update();
    ok("check");
    assertThat(database.queryValue("select count(*) from users where email = 'root'"))
        .isEqualTo("1");
    ok("check", "--against", "history");
    assertThat(ok("history").out()).contains("1 -> 2 (head), add name");
    assertThat(ok("current").out()).contains("2 (head)");
    assertThat(ok("prove").out()).contains("1 holds on PostgreSQL", "2 holds on PostgreSQL");
  }

  @Test
  void losses_and_backfills_are_marked_and_the_rollback_takes_it_back() throws Exception {
    project.append("autogen.toml", "[diff]\nkeep = []\n");
    project.write(
        RESOURCES + "db/changelog/changes/001-create-users.sql",
        USERS.replace("  email", "  nick varchar(20), size bigint, email"));
    project.compile(
        TestProject.USER_WITH_NAME.replace("String email;", "String email; Integer size;"));
    update();

    Result revision = fails(1, "revision", "-m", "Rollback: name; ${admin}");

    assertThat(text("db/changelog/changes/002-rollback-name-admin.sql"))
        .contains(
            "--comment: Rollback: name; ${admin}\n",
            "-- Drops the values of users.nick.\nalter table users drop column nick;",
            "-- Narrows users.size: a value that does not fit makes this fail.\n",
            "update users set name = null where name is null;")
        .containsPattern("--rollback .*add column nick varchar\\(20\\)");
    assertThat(revision.err()).contains("contains null values", "run 'mvn liquibase:update' again");
    assertThat(fails(1, "prove", "2").all()).contains("2 fails");
  }

  @Test
  void an_xml_changelog_of_a_folder_gets_a_file_alone() throws Exception {
    Files.delete(directory.resolve(RESOURCES + MASTER));
    String master =
        """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
              http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
          <includeAll path="changes/" relativeToChangelogFile="true"/>
        </databaseChangeLog>
        """;
    project.write(RESOURCES + "db/changelog/master.xml", master);
    update("db/changelog/master.xml");

    ok("revision", "-m", "add name");

    assertThat(text("db/changelog/master.xml")).isEqualTo(master);
    assertThat(files()).containsExactly("001-create-users.sql", "002-add-name.sql");
    update("db/changelog/master.xml");
    ok("check");
  }

  @Test
  void a_single_file_of_sql_grows() throws Exception {
    Files.delete(directory.resolve(RESOURCES + MASTER));
    project.write(RESOURCES + "db/changelog.sql", USERS);
    project.write(
        "autogen.toml",
        Files.readString(directory.resolve("autogen.toml"))
            .replace(
                "format = \"liquibase\"",
                "format = \"liquibase\"\nchangelog = \"db/changelog.sql\"\nauthor = \"bob\""));
    update("db/changelog.sql");

    ok("revision", "-m", "add name", "--rev-id", "name");

    assertThat(text("db/changelog.sql"))
        .startsWith(USERS)
        .contains("\n--changeset bob:name\n--comment: add name\n");
    update("db/changelog.sql");
    ok("check");
  }

  @Test
  void a_project_with_liquibase_is_adopted_in_one_command() throws Exception {
    update();
    Files.delete(directory.resolve("autogen.toml"));
    String[] options = {"--classpath", "target/classes", "--url", database.url()};

    Result init = ok("init", "--accept", options[0], options[1], options[2], options[3]);

    assertThat(init.out())
        .contains("found Liquibase: src/main/resources/" + MASTER)
        .contains("it has 1 table")
        .contains("Accepted what differs now: 1 difference in autogen-accepted.toml");
    assertThat(ok("check", options[0], options[1], options[2], options[3]).out())
        .contains("The database matches the entities.", "1 accepted.");
    assertThat(files()).containsExactly("001-create-users.sql");
  }

  @Test
  void a_project_crosses_over_in_both_directions() throws Exception {
    update();
    TestProject own = TestProject.at(directory.resolve("own"), database.url());
    own.compile(TestProject.USER);
    Result init = own.run("init", "--from-database");
    assertThat(init.code()).as(init.all()).isZero();
    assertThat(own.run("check").code()).as(own.run("check").all()).isZero();
    assertThat(own.run("downgrade", "base").code()).isNotZero();
    assertThat(database.queryValue("select count(*) from databasechangelog")).isEqualTo("1");

    database.execute("drop table autogen_version", "drop table autogen_journal");
    Files.delete(directory.resolve(RESOURCES + "db/changelog/changes/001-create-users.sql"));
    project.write(RESOURCES + MASTER, "databaseChangeLog: []\n");
    ok("revision", "-m", "baseline", "--rev-id", "1", "--against", "history");
    String listed = text(MASTER).replaceAll("(?s).*file: (\\S+).*", "$1");
    assertThat(text("db/changelog/" + listed)).contains("create table users");
    ok("check", "--against", "history");
    assertThat(ok("prove").out()).contains("holds on PostgreSQL");
  }
}
