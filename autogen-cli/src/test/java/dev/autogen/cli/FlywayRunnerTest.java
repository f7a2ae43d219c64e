package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the project's Flyway does, and what autogen leaves to it. */
class FlywayRunnerTest extends FlywayFixture {

  @Test
  void each_file_of_a_folder_is_proven_on_rows() throws Exception {
    project.write(
        "src/main/resources/db/migration/V2__index.sql",
        "-- quick\ncreate index concurrently users_id on users (id, email);\n");
    project.write(
        "src/main/resources/db/migration/V2__index.sql.conf", "executeInTransaction=false\n");
    project.write(
        "src/main/resources/db/migration/V3__lose.sql",
        "create table copy as select * from users where id < 0;\n"
            + "drop table users;\nalter table copy rename to users;\n");
    project.write(
        "src/main/resources/db/migration/V4__strict.sql",
        "alter table users add column need int not null;\n");
    project.write(
        "src/main/resources/db/migration/U4__strict.sql", "alter table users drop column need;\n");
    project.write(
        "src/main/resources/db/migration/V5__function.sql",
        "create function one() returns int language plpgsql as $$ begin return 1; end $$;\n");

    Result prove = fails(1, "prove");

    assertThat(prove.out())
        .contains("1 holds on PostgreSQL", "2 holds on PostgreSQL", "5 holds on PostgreSQL")
        .contains("lose\n  users: 9 of 9 rows lost by the upgrade")
        .containsPattern("4 fails with rows[^\n]*, strict\n(  .*\n)*  .*need");
    assertThat(ok("prove", "2").out()).startsWith("2 holds on");
  }

  @Test
  void a_file_that_ends_transactions_is_left_to_flyway() throws Exception {
    project.write(
        "src/main/resources/db/migration/V2__own_commit.sql",
        "create table own (id int);\ncommit;\ncreate table more (id int);\n");

    Result prove = fails(1, "prove", "2");

    assertThat(prove.out())
        .contains("the statement COMMIT, so that Flyway alone can run it")
        .doesNotContain("autocommit");
  }

  @Test
  void a_setting_of_another_edition_is_told_from_a_mistake() throws Exception {
    project.append(
        "src/main/resources/application.properties", "spring.flyway.undo-sql-migration-prefix=U\n");
    project.write(
        "autogen.toml",
        Files.readString(directory.resolve("autogen.toml"))
            .replaceFirst(", \"[^\"]*/flyway/\\*.jar\"", ""));

    assertThat(fails(3, "check", "--against", "history").err())
        .contains(
            "comes with autogen, refuses: Unknown configuration property:"
                + " flyway.undoSqlMigrationPrefix",
            "name its jars under [model] classpath");
  }

  @Test
  void a_check_of_a_database_that_is_not_there_names_the_one_that_needs_none() throws Exception {
    project.write(
        "autogen.toml",
        Files.readString(directory.resolve("autogen.toml"))
            .replaceFirst("url = \"[^\"]*\"", "url = \"postgresql://localhost:1/none\""));

    assertThat(fails(3, "check").err())
        .startsWith("autogen: Cannot connect to")
        .contains("'autogen check --against history'")
        .doesNotContain("refuses");
  }

  @Test
  void what_flyway_refuses_is_said_in_its_words() throws Exception {
    project.write("src/main/resources/db/migration/V1__other.sql", "select 1;\n");
    assertThat(fails(2, "check").err())
        .contains("Flyway refuses two migrations of version 1", "V1__other.sql");
    Files.delete(directory.resolve("src/main/resources/db/migration/V1__other.sql"));
    project.write("src/main/resources/db/migration/V2__bad.sql", "alter table nobody add x int;\n");
    assertThat(fails(3, "check", "--against", "history").err())
        .contains("Flyway 11.20.3", "V2__bad.sql", "nobody");
    assertThat(files()).hasSize(2);
  }

  @Test
  void commands_that_are_flyways_job_name_its_own() throws Exception {
    for (String command :
        List.of(
            "upgrade",
            "downgrade",
            "downgrade --yes",
            "stamp head",
            "status",
            "repair head",
            "merge heads",
            "squash 1:1",
            "ensure-version",
            "upgrade --sql",
            "check --all-schemas public")) {
      Result refused = fails(2, command.split(" "));
      assertThat(refused.err()).as(command).contains("Flyway runs the migrations of this project");
    }
    assertThat(project.run("upgrade").err())
        .contains("'mvn flyway:migrate', or start the application");
    assertThat(database.query("select 1 where to_regclass('autogen_version') is not null"))
        .isEmpty();
  }

  @Test
  void two_runners_on_one_database_are_refused() throws Exception {
    migrate();
    database.execute(
        "create table autogen_version (version text primary key)",
        "insert into autogen_version values ('a1')");

    assertThat(fails(2, "revision", "-m", "x").err())
        .contains("Two runners work on this database", "a1", "Nothing was written");
    assertThat(files()).hasSize(1);
  }

  @Test
  void a_project_without_flyway_gets_the_one_that_comes_with_autogen() {
    project.write(
        "autogen.toml",
        """
        [database]
        url = "%s"
        [migrations]
        format = "flyway"
        [model]
        classpath = ["target/classes"]
        """
            .formatted(database.url()));

    assertThat(fails(1, "check", "-v").all())
        .contains("comes with autogen: the project has none", "pending: 1.");
    project.write("autogen.toml", "[migrations]\nformat = \"flyaway\"\n");
    assertThat(fails(2, "check").err()).contains("must be one of \"java\", \"flyway\"");
  }

  @Test
  void java_migrations_and_repeatable_ones_run_where_flyway_runs_them() throws Exception {
    String migration =
        """
        package db.migration;
        import org.flywaydb.core.api.migration.*;
        public class V2__AddName extends BaseJavaMigration {
          @Override public void migrate(Context context) throws Exception {
            context.getConnection().createStatement()
                .execute("alter table users add column name varchar(40)");
          }
        }
        """;
    project.write("src/main/java/db/migration/V2__AddName.java", migration);
    String view = "create or replace view names as select name from users;\n";
    project.write("src/main/resources/db/migration/R__names.sql", view);
    project.write("target/classes/db/migration/V1__create_users.sql", V1);
    project.write("target/classes/db/migration/R__names.sql", view);
    try (Stream<Path> jars = Files.list(JARS)) {
      String classpath = String.join(java.io.File.pathSeparator, jars.map(Path::toString).toList());
      assertThat(
              javax.tools.ToolProvider.getSystemJavaCompiler()
                  .run(
                      null,
                      null,
                      null,
                      "-proc:none",
                      "-cp",
                      classpath,
                      "-d",
                      directory.resolve("target/classes").toString(),
                      directory.resolve("src/main/java/db/migration/V2__AddName.java").toString()))
          .isZero();
    }

    Result check = ok("check", "--against", "history");

    assertThat(check.out()).contains("The history matches the entities.");
  }

  /** Callbacks run with each migration on a throwaway database, as they do in the application. */
  @Test
  void callbacks_run_where_flyway_runs_the_folder() throws Exception {
    project.write(
        "src/main/resources/db/migration/beforeMigrate__types.sql",
        "create domain address as varchar(100);\n");
    project.write(
        "src/main/resources/db/migration/afterMigrate__grants.sql",
        "create table noted as select count(*) as files from flyway_schema_history;\n");
    project.write(
        "src/main/resources/db/migration/V2__address.sql",
        "alter table users add place address;\n");

    assertThat(fails(1, "check", "--against", "history").out())
        .contains("drop column users.place", "drop table noted");
    assertThat(ok("prove").out()).contains("1 holds on PostgreSQL", "2 holds on PostgreSQL");
  }

  /** The database had tables before Flyway: what lies below the baseline is not pending. */
  @Test
  void a_database_that_flyway_took_over_at_a_baseline_is_up_to_date_there() throws Exception {
    database.execute(
        V1.replace("${admin}", "root"),
        """
        create table flyway_schema_history (installed_rank int primary key, version varchar(50),
          description varchar(200) not null, type varchar(20) not null,
          script varchar(1000) not null, checksum int, installed_by varchar(100) not null,
          installed_on timestamp not null default now(), execution_time int not null,
          success boolean not null)""",
        """
        insert into flyway_schema_history values (1, '1', '<< Flyway Baseline >>', 'BASELINE',
          '<< Flyway Baseline >>', null, 'postgres', now(), 0, true)""");
    project.write(
        "src/main/resources/db/migration/V2__name.sql",
        "alter table users add column name varchar(40);\n");
    migrate();

    assertThat(ok("check").out()).contains("The database matches the entities.");
    assertThat(ok("current").out()).contains("2");
    assertThat(ok("check", "--against", "history").out()).contains("matches");
  }
}
