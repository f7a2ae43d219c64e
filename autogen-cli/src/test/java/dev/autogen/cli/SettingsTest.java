package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that decide where commands work, and what they tell migrations. */
class SettingsTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private final TestDatabase billing = TestDatabase.create();

  @AfterEach
  void dropDatabases() {
    database.close();
    billing.close();
  }

  @Test
  void one_file_serves_several_databases() {
    TestProject project =
        new TestProject(directory)
            .with("DATABASE_URL", database.url())
            .write(
                "autogen.toml",
                """
                [name.billing]
                database.url = "%s"
                migrations.directory = "billing"
                """
                    .formatted(billing.url()))
            .migration("aaa1", "", "op.execute(\"create table app ()\");")
            .write(
                "billing/M_bbb1.java",
                """
                package db.migrations;
                import dev.autogen.migration.*;
                @Revision(id = "bbb1")
                public final class M_bbb1 implements Migration {
                  @Override public void upgrade(Operations op) {
                    op.execute("create table invoices ()");
                  }
                }
                """);

    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("-n", "billing", "upgrade").code()).isZero();

    assertThat(database.query("select * from app")).isEmpty();
    assertThat(billing.query("select * from invoices")).isEmpty();
    assertThat(project.run("current").out()).startsWith("aaa1 ");
    assertThat(project.run("current", "--name=billing").out()).startsWith("bbb1 ");
    Result unknown = project.run("-n", "staging", "current");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("no section [name.staging]; there is billing");
  }

  @Test
  void the_version_table_lies_where_it_is_wanted() {
    TestProject project =
        TestProject.at(directory, database.url())
            .append(
                "autogen.toml",
                "[migrations]\nversion-table = \"app_version\"\nversion-schema = \"Meta Data\"\n")
            .compile(TestProject.USER);

    assertThat(project.run("revision", "-m", "create users").code()).isZero();
    assertThat(project.run("upgrade").all()).contains("create users");

    assertThat(database.query("select version from \"Meta Data\".app_version")).hasSize(1);
    assertThat(database.query("select * from \"Meta Data\".app_journal")).hasSize(1);
    assertThat(project.run("check").code()).isZero();
    assertThat(project.run("downgrade", "base").code()).isZero();
    database.execute("drop schema \"Meta Data\" cascade");
    database.execute(project.run("upgrade", "--sql").out());
    assertThat(project.run("check").code()).isZero();
  }

  @Test
  void migrations_lie_in_several_folders() {
    TestProject project =
        TestProject.at(directory, database.url())
            .append("autogen.toml", "[migrations]\nlocations = [\"modules/shop\", \"src\"]\n")
            .migration("aaa1", "", "op.execute(\"create table a ()\");")
            .write(
                "modules/shop/2026/11/M_bbb1.java",
                """
                package shop.db;
                import dev.autogen.migration.*;
                @Revision(id = "bbb1", revises = "aaa1")
                public final class M_bbb1 implements Migration {
                  @Override public void upgrade(Operations op) {
                    op.execute("create table b ()");
                  }
                }
                """);

    assertThat(project.run("upgrade").code()).isZero();

    assertThat(project.run("history").out().lines()).hasSize(2);
    assertThat(database.query("select * from b")).isEmpty();
  }

  @Test
  void a_tag_reaches_migrations_and_is_noted() {
    TestProject project = TestProject.at(directory, database.url());
    project.migration(
        "aaa1", "", "op.execute(\"create table \" + op.tag().orElse(\"untagged\") + \" ()\");");

    assertThat(project.run("upgrade", "--sql", "--tag", "blue").out())
        .contains("create table blue ()", "', blue'");
    assertThat(project.run("upgrade", "--tag", "green").code()).isZero();

    assertThat(database.query("select * from green")).isEmpty();
    assertThat(project.run("status").out()).contains(", green  step aaa1");
    assertThat(project.run("stamp", "base", "--tag", "x").code()).isZero();
    project.run("upgrade");
    assertThat(database.query("select * from untagged")).isEmpty();
  }

  @Test
  void arguments_stand_before_the_command_too() {
    TestProject project = TestProject.at(directory, database.url());
    project.migration(
        "aaa1", "", "op.execute(\"create table \" + op.argument(\"name\") + \" ()\");");

    assertThat(project.run("-x", "name=given", "upgrade").code()).isZero();
    assertThat(database.query("select * from given")).isEmpty();
  }

  @Test
  void verbose_says_where_settings_come_from_and_no_secret() throws Exception {
    TestProject project =
        new TestProject(directory)
            .with("PGPASSFILE", directory.resolve("pgpass").toString())
            .write("pgpass", "*:*:*:ann:s3cret\n")
            .write(
                "autogen.toml",
                """
                [database]
                url = "r2dbc:postgresql://localhost:1/app"
                user = "ann"
                [runner]
                lock-wait = "1s"
                """);

    assertThat(project.run("current").err())
        .contains("The password file ", " is left alone, ", "chmod 600 ")
        .doesNotContain("s3cret");
    Files.setPosixFilePermissions(
        directory.resolve("pgpass"), PosixFilePermissions.fromString("rw-------"));

    Result result = project.run("-v", "current");

    assertThat(result.err())
        .contains(
            "database: jdbc:postgresql://localhost:1/app as ann, from autogen.toml:2: database.url",
            "user: from autogen.toml:3: database.user",
            "password: from PGPASSFILE, ",
            "runner.lock-wait: autogen.toml:5",
            "Cannot connect to jdbc:postgresql://localhost:1/app as ann")
        .doesNotContain("s3cret");
  }
}
