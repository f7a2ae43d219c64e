package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainJobTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void a_change_of_an_entity_becomes_a_migration_that_is_run_and_undone() throws Exception {
    TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);

    Result first = project.run("revision", "--no-prove", "-m", "create users");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains("create table users", "op.createTable(");
    assertThat(project.run("upgrade").out()).contains("upgrade base -> ", ", create users (");
    database.execute("insert into users (email) values ('ann@example.com')");

    project.compile(TestProject.USER_WITH_NAME);
    Result drift = project.run("check");
    assertThat(drift.code()).isEqualTo(1);
    assertThat(drift.out())
        .contains("  add column users.name varchar(255) not null\n", "Run 'autogen revision -m");

    JsonObject second =
        JsonParser.object()
            .from(project.run("--format", "json", "revision", "-m", "add \"name\"").out());
    Path file = Path.of(second.getString("path"));
    assertThat(project.migrations()).contains(file).hasSize(2);
    assertThat(Files.readString(file)).contains("@Revision(", "id = \"" + second.getString("id"));
    assertThat(second.getArray("revises")).hasSize(1);
    assertThat(second.getArray("operations").getObject(0))
        .containsEntry("kind", "add_column")
        .containsEntry("object", "users.name")
        .containsEntry("summary", "add column users.name varchar(255) not null");
    assertThat(second.getArray("operations").getObject(0).getString("sql"))
        .contains("alter table users add column name varchar(255);")
        .contains("set not null;");

    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll(
                "op\\.backfill\\(.*\\);", "op.execute(\"update users set name = 'Ann'\");"));
    assertThat(project.run("upgrade").err()).isEmpty();
    assertThat(project.run("check").code()).isZero();
    assertThat(project.run("current").out()).contains(second.getString("id") + " (head)");
    assertThat(database.queryValue("select name from users")).isEqualTo("Ann");

    assertThat(project.run("downgrade").code()).isZero();
    assertThat(project.run("downgrade", "base").code()).isZero();
    assertThat(database.query("select * from pg_tables where tablename = 'users'")).isEmpty();
    assertThat(project.run("current").out()).startsWith("base");
    assertThat(project.run("check").out()).contains("Target database is not up to date");
  }

  @Test
  void nothing_is_written_where_nothing_changed() {
    TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);
    project.run("revision", "--no-prove", "-m", "create users");
    project.run("upgrade");

    Result result = project.run("revision", "-m", "again");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("No changes", "Nothing was written");
    assertThat(project.migrations()).hasSize(1);
    assertThat(directory.resolve(".autogen/.gitignore")).hasContent("*");
    assertThat(project.run("diff", "--format", "sql").out()).isEmpty();
    assertThat(project.run("diff", "--format=java").out()).isEmpty();
  }

  @Test
  void a_difference_is_shown_in_four_forms() throws Exception {
    TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);

    JsonObject json = JsonParser.object().from(project.run("diff", "--format", "json").out());
    assertThat(json.getBoolean("drift")).isTrue();
    assertThat(json.getArray("operations")).hasSize(1);
    assertThat(json.getArray("operations").getObject(0).keySet())
        .containsExactlyInAnyOrder("kind", "object", "summary", "losesData", "sql");
    assertThat(project.run("diff").out()).isEqualTo("  create table users (2 columns)\n");
    assertThat(project.run("diff", "--format", "java").out()).contains("op.createTable(");
    String sql = project.run("diff", "--format", "sql").out();
    database.execute(sql);
    assertThat(project.run("check").out()).contains("The database matches the entities.");
    assertThat(project.migrations()).isEmpty();
  }

  @Test
  void an_empty_revision_needs_no_database() {
    TestProject project =
        TestProject.at(directory, "postgresql://localhost:1/none").compile(TestProject.USER);

    assertThat(project.run("revision", "--empty", "-m", "fill names").code()).isZero();
    assertThat(project.migrations()).hasSize(1);
    assertThat(project.run("revision", "--empty").code()).isEqualTo(2);
    assertThat(project.run("history").out()).contains("<base> -> ", " (head), fill names");
  }

  @Test
  void the_history_is_shown_newest_first() {
    TestProject project = TestProject.at(directory, database.url());
    project.migration("aaa1", "", "").migration("bbb2", "aaa1", "").migration("ccc3", "bbb2", "");
    project.run("upgrade", "bbb2");

    assertThat(project.run("history", "-i").out())
        .isEqualTo(
            """
            bbb2 -> ccc3 (head), step ccc3
            aaa1 -> bbb2 (current), step bbb2
            <base> -> aaa1, step aaa1
            """);
    assertThat(project.run("history", "-r", ":bbb2").out().lines()).hasSize(2);
    assertThat(project.run("history", "-r", "current:").out())
        .contains("-> ccc3", "-> bbb2")
        .doesNotContain("-> aaa1");
    assertThat(project.run("history", "-r", "-1:current").out().lines()).hasSize(2);
    assertThat(project.run("heads").out()).isEqualTo("ccc3 (head)\n");
    assertThat(project.run("show", "bb").out()).contains("Revision: bbb2", "Revises:  aaa1");
    assertThat(project.run("current", "--check-heads").code()).isEqualTo(1);
    assertThat(project.run("stamp", "head").code()).isZero();
    assertThat(project.run("current", "--check-heads").code()).isZero();
    assertThat(project.run("downgrade", "-1").out()).contains("downgrade ccc3 -> bbb2");
    assertThat(project.run("upgrade", "+1").out()).contains("upgrade bbb2 -> ccc3");
  }

  @Test
  void a_rename_that_is_named_is_no_loss() {
    TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);
    project.run("revision", "--no-prove", "-m", "create users");
    project.run("upgrade");
    project.compile(TestProject.USER.replace("String email", "String mail"));

    assertThat(project.run("check").out()).contains("drop column users.email", "add column");
    assertThat(project.run("check", "--rename", "users.email=mail").out())
        .contains("rename column users.email to mail")
        .doesNotContain("drop column");
    assertThat(project.run("check", "--rename", "nonsense").code()).isEqualTo(2);
  }

  @Test
  void a_migration_may_use_classes_of_the_project() {
    TestProject project =
        TestProject.at(directory, database.url())
            .compile(
                "package com.acme; public class Defaults { public static final String N = \"t\"; }")
            .write(
                "src/main/java/db/migrations/M_aaa1.java",
                """
                package db.migrations;
                import com.acme.Defaults;
                import dev.autogen.migration.*;
                @Revision(id = "aaa1")
                public final class M_aaa1 implements Migration {
                  @Override public void upgrade(Operations op) {
                    op.execute("create table " + Defaults.N + " (id int)");
                  }
                }
                """);

    assertThat(project.run("upgrade").code()).isZero();
    assertThat(database.query("select * from t")).isEmpty();
  }

  @Test
  void arguments_reach_migrations() {
    TestProject project = TestProject.at(directory, database.url());
    project.migration(
        "aaa1", "", "op.execute(\"create table \" + op.argument(\"name\") + \" ()\");");

    assertThat(project.run("upgrade", "-x", "name=given", "-x", "other=1").code()).isZero();
    assertThat(database.query("select * from given")).isEmpty();
    assertThat(project.run("upgrade", "-x", "name").code()).isEqualTo(2);
  }

  @Test
  void what_would_run_is_shown_as_sql() {
    TestProject project = TestProject.at(directory, database.url());
    project.migration("aaa1", "", "op.execute(\"create table a (id int)\");");
    project.migration("bbb2", "aaa1", "op.execute(\"create table b (id int)\");");

    assertThat(project.run("upgrade", "--dry-run").out())
        .isEqualTo(
            """
            would upgrade aaa1, step aaa1
                create table a (id int)
            would upgrade bbb2, step bbb2
                create table b (id int)
            """);
    assertThat(project.run("upgrade", "--dry-run", "--format", "json").out())
        .contains("\"planned\"", "create table a (id int)");
    assertThat(project.run("current").out()).startsWith("base");

    database.execute(project.run("upgrade", "--sql").out());

    assertThat(project.run("current").out()).isEqualTo("bbb2 (head)\n");
    assertThat(project.run("upgrade", "--dry-run").out()).isEqualTo("Nothing to do.\n");
    Result offline =
        project.run("--url", "postgresql://localhost:1/x", "upgrade", "aaa1:bbb2", "--sql");
    assertThat(offline.out()).contains("create table b").doesNotContain("create table a");
  }

  @Test
  void global_options_stand_before_and_after_the_command() {
    TestProject project = new TestProject(directory).compile(TestProject.USER);
    String classes = directory.resolve("target/classes").toString();
    for (List<String> arguments :
        List.of(
            List.of("--url", database.url(), "--classpath", classes, "-q", "check"),
            List.of("check", "--url", database.url(), "--classpath", classes, "-q"))) {
      Result result = project.run(arguments.toArray(String[]::new));
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.all()).isEmpty();
    }
  }
}
