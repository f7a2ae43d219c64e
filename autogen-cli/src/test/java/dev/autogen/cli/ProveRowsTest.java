package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code prove} and {@code revision} with rows in the tables. */
class ProveRowsTest {

  private static final String MIGRATION =
      """
      package db.migrations;
      import static dev.autogen.migration.Definitions.*;
      import dev.autogen.migration.*;
      /** step %1$s */
      @Revision(id = "%1$s"%2$s)
      public final class M_%1$s implements Migration {
        @Override public void upgrade(Operations op) { %3$s }
        @Override public void downgrade(Operations op) { %4$s }
      }
      """;

  private final TestDatabase database = TestDatabase.create();
  private final TestDatabase shadow = TestDatabase.create();
  @TempDir Path directory;
  private TestProject project;

  @BeforeEach
  void write() {
    project = TestProject.at(directory, database.url());
    project.write(
        "autogen.toml",
        """
        [database]
        url = "%s"
        [model]
        classpath = ["target/classes"]
        [shadow]
        url = "%s"
        """
            .formatted(database.url(), shadow.url()));
    migration(
        "aaa1",
        "",
        "op.createTable(\"users\", column(\"id\", bigint()).notNull().identity(),"
            + " column(\"email\", varchar(100)).notNull(), primaryKey(\"id\"),"
            + " unique(\"email\"));",
        "op.dropTable(\"users\");");
  }

  @AfterEach
  void close() {
    database.close();
    shadow.close();
  }

  private void migration(String id, String revises, String upgrade, String downgrade) {
    String parent = revises.isEmpty() ? "" : ", revises = \"" + revises + "\"";
    project.write(
        "src/main/java/db/migrations/M_" + id + ".java",
        MIGRATION.formatted(id, parent, upgrade, downgrade));
  }

  @Test
  void a_migration_that_fails_on_rows_is_shown_with_the_rows() throws Exception {
    migration(
        "bbb2",
        "aaa1",
        "op.alterColumn(\"users\", column(\"email\", varchar(5)).notNull());",
        "op.alterColumn(\"users\", column(\"email\", varchar(100)).notNull());");

    Result result = project.run("prove", "aaa1:bbb2");

    assertThat(result.code()).as(result.all()).isEqualTo(1);
    assertThat(result.out())
        .contains("aaa1 holds on PostgreSQL ", ", step aaa1\nbbb2 fails with rows on PostgreSQL ")
        .contains(" with 8 rows in 1 table, step bbb2\n")
        .contains(
            """
              the upgrade fails on rows: value too long for type character varying(5)
                in: alter table users alter column email type varchar(5)
              it fails on 4 of 8 rows of users: id '900000030', email 'xxx\
            """);
    assertThat(project.run("prove", "bbb2", "--no-rows").code()).isZero();
    JsonArray json =
        JsonParser.array().from(project.run("prove", "bbb2", "--format", "json").out());
    assertThat(json.getObject(0).getBoolean("holds")).isFalse();
    assertThat(json.getObject(0).getArray("failures")).isEmpty();
    assertThat(json.getObject(0).getObject("rows").getArray("failures")).hasSize(2);
  }

  @Test
  void a_loss_that_the_migration_says_is_listed() throws Exception {
    migration(
        "bbb2",
        "aaa1",
        "op.dropColumn(\"users\", \"email\");",
        "op.addColumn(\"users\", column(\"email\", varchar(100)));"
            + "op.backfill(\"users\", \"email\", \"id::text\");"
            + "op.alterColumn(\"users\", column(\"email\", varchar(100)).notNull());"
            + "op.addConstraint(\"users\", unique(\"email\"));");

    Result result = project.run("prove", "bbb2");

    assertThat(result.code()).as(result.all()).isZero();
    assertThat(result.out())
        .contains("bbb2 holds on PostgreSQL ", " with 8 rows in 1 table")
        .contains("  the upgrade drops users.email with 8 values\n")
        .contains(
            "  not restored by the downgrade: users.email, 8 values, such as '42' to '900000070'");
    JsonObject rows =
        JsonParser.array()
            .from(project.run("prove", "bbb2", "--format", "json").out())
            .getObject(0)
            .getObject("rows");
    assertThat(rows.getArray("findings").getObject(0))
        .containsEntry("kind", "column_dropped")
        .containsEntry("stage", "upgrade")
        .containsEntry("table", "users")
        .containsEntry("column", "email")
        .containsEntry("count", 8)
        .containsEntry("unexpected", false);
  }

  @Test
  void a_revision_that_waits_for_its_expression_is_a_warning_with_rows_where_it_reaches() {
    migration(
        "bbb2",
        "aaa1",
        "op.createTable(\"pet\", column(\"id\", bigint()).notNull(), primaryKey(\"id\"));",
        "op.dropTable(\"pet\");");
    project.run("upgrade");
    project.compile(
        TestProject.USER_WITH_NAME,
        """
        package com.acme;
        import jakarta.persistence.*;
        @Entity @Table(name = "pet")
        public class Pet {
          @Id Long id;
        }
        """);

    Result result = project.run("revision", "-m", "add name");

    assertThat(result.code()).as(result.all()).isZero();
    assertThat(result.out()).contains("op.backfill(\"users\", \"name\", null);", "Proven on ");
    assertThat(result.err())
        .contains(
            "with 8 rows in 1 table: the upgrade fails on rows: users.name has no value in existing"
                + " rows: give op.backfill its SQL expression in the migration");
    assertThat(project.run("prove", "head").code()).isEqualTo(1);
  }
}
