package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Migrations that autogen writes as files for Flyway. */
class FlywayFormatTest extends FlywayFixture {

  @Test
  void a_revision_is_a_file_that_flyway_runs() throws Exception {
    assertThat(fails(3, "revision", "-m", "add name").err())
        .contains("not up to date; pending: 1 (create users)", "'mvn flyway:migrate'");
    migrate();
    assertThat(fails(1, "check").out()).contains("users.name");

    Result revision = ok("revision", "-m", "add name");

    assertThat(files()).containsExactly("V1__create_users.sql", "V2__add_name.sql");
    assertThat(text("V2__add_name.sql"))
        .matches(
            """
            -- add name
            --
            -- Generated from the model; proven on PostgreSQL [0-9.]+: upgrade matches the model, downgrade
            -- restores the schema; tried with 8 rows in 1 table\\.

            alter table users add column name varchar\\(40\\);
            """);
    assertThat(revision.out()).contains("Proven on PostgreSQL", "'mvn flyway:migrate'");
    assertThat(fails(1, "check").out()).contains("pending: 2. Run 'mvn flyway:migrate'");
    migrate();
    ok("check");
    assertThat(database.queryValue("select count(*) from users where email = 'root'"))
        .isEqualTo("1");
    ok("check", "--against", "history");
    assertThat(ok("history").out()).contains("1 -> 2 (head), add name");
    assertThat(ok("current").out()).contains("2 (head)");
  }

  @Test
  void losses_and_backfills_are_marked_and_an_undo_file_takes_it_back() throws Exception {
    project.append("autogen.toml", "[diff]\nkeep = []\n");
    project.write(
        "autogen.toml",
        Files.readString(directory.resolve("autogen.toml"))
            .replace("format = \"flyway\"", "format = \"flyway\"\nundo = true"));
    project.write(
        "src/main/resources/db/migration/V1.1__add_nick.sql",
        "alter table users add column nick varchar(20), add column size bigint;\n");
    project.compile(
        TestProject.USER_WITH_NAME.replace("String email;", "String email; Integer size;"));
    migrate();

    Result revision = fails(1, "revision", "-m", "Add name, drop nick");

    assertThat(files())
        .containsExactly(
            "U1.2__add_name_drop_nick.sql",
            "V1.1__add_nick.sql",
            "V1.2__add_name_drop_nick.sql",
            "V1__create_users.sql");
    assertThat(text("V1.2__add_name_drop_nick.sql"))
        .contains(
            "-- Drops the values of users.nick.\nalter table users drop column nick;",
            "-- Narrows users.size: a value that does not fit makes this fail.\n",
            "-- Say what name is in existing rows: put an expression such as 0, now() or 'unknown' in"
                + " place of null.\nupdate users set name = null where name is null;");
    assertThat(text("U1.2__add_name_drop_nick.sql"))
        .contains(
            "-- undo Add name, drop nick\n", "add column nick varchar(20)", "drop column name");
    assertThat(revision.err()).contains("contains null values", "run 'mvn flyway:migrate' again");
    assertThat(fails(1, "prove", "1.2").all()).contains("1.2 fails, add name drop nick");
  }

  @Test
  void a_project_crosses_over_in_both_directions() throws Exception {
    migrate();
    TestProject own = TestProject.at(directory.resolve("own"), database.url());
    own.compile(TestProject.USER);
    Result init = own.run("init", "--from-database");
    assertThat(init.code()).as(init.all()).isZero();
    assertThat(own.run("check").code()).as(own.run("check").all()).isZero();
    assertThat(database.queryValue("select count(*) from flyway_schema_history")).isEqualTo("1");

    database.execute("drop table autogen_version", "drop table autogen_journal");
    Files.delete(directory.resolve("src/main/resources/db/migration/V1__create_users.sql"));
    ok("revision", "-m", "baseline", "--rev-id", "1", "--against", "history");
    assertThat(text("V1__baseline.sql")).contains("create table users");
    ok("check", "--against", "history");
    assertThat(ok("prove").out()).contains("1 holds on PostgreSQL");
  }

  @Test
  void a_project_with_flyway_is_adopted_in_one_command() throws Exception {
    migrate();
    Files.delete(directory.resolve("autogen.toml"));
    String[] classpath = {"--classpath", "target/classes", "--url", database.url()};

    Result init = ok("init", "--accept", classpath[0], classpath[1], classpath[2], classpath[3]);

    assertThat(init.out())
        .contains("found Flyway: src/main/resources/db/migration (1 file)")
        .contains("Accepted what differs now: 1 difference in autogen-accepted.toml");
    assertThat(ok("check", classpath[0], classpath[1], classpath[2], classpath[3]).out())
        .contains("The database matches the entities.", "1 accepted.");
    assertThat(files()).containsExactly("V1__create_users.sql");
  }
}
