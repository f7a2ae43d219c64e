package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types of schemas that the search path holds beside the default one. */
class SearchPathTypesTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private final TestDatabase fresh = TestDatabase.create();

  @BeforeEach
  void create() {
    for (TestDatabase each : new TestDatabase[] {database, fresh}) {
      String name = each.queryValue("select current_database()");
      each.execute("alter database \"" + name + "\" set search_path = public, app, ext");
    }
    database.execute(
        "create schema app", "create schema ext", "create extension citext with schema ext");
  }

  @AfterEach
  void drop() {
    database.close();
    fresh.close();
  }

  private static String entity(String score, String email) {
    return """
        package com.acme;
        import jakarta.persistence.*;
        @Entity @Table(name = "t")
        public class T {
          @Id Long id;
          @Column(columnDefinition = "%s") Integer score;
          @Column(columnDefinition = "%s") String email;
        }
        """
        .formatted(score, email);
  }

  @Test
  void they_are_the_same_with_and_without_their_schema() {
    database.execute(
        "create domain app.score as integer check (value > 0)",
        "create table t (id bigint primary key, score app.score, email ext.citext)");
    TestProject project = TestProject.at(directory, database.url());

    for (String schema : new String[] {"", "app."}) {
      project.compile(entity(schema + "score", schema.replace("app", "ext") + "citext"));
      Result check = project.run("check");
      assertThat(check.out()).as(check.all()).isEqualTo("The database matches the entities.\n");
    }

    project.compile(entity("score", "ext.citext").replace("T {", "T { String name;"));
    assertThat(project.run("revision", "--no-prove").out()).doesNotContain("score");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").code()).isZero();
  }

  @Test
  void extensions_are_created_in_their_schemas() throws Exception {
    database.execute(
        "create extension hstore",
        "create table t (id bigint primary key, email citext unique, more hstore)",
        "create table ext.notes (id bigint primary key, tags citext[])");
    TestProject project = new TestProject(directory).with("DATABASE_URL", database.url());

    Result init = project.run("init", "--from-database");

    assertThat(init.code()).as(init.all()).isZero();
    assertThat(init.out()).as(init.all()).containsPattern("Proven on PostgreSQL \\d+");
    assertThat(Files.readString(project.migrations().get(0)))
        .contains(
            "create schema if not exists ext",
            "create extension if not exists citext with schema ext cascade",
            "create extension if not exists hstore cascade");
    project.with("DATABASE_URL", fresh.url());
    Result upgrade = project.run("upgrade");
    assertThat(upgrade.code()).as(upgrade.all()).isZero();
    assertThat(fresh.queryValue(EXTENSIONS)).isEqualTo(database.queryValue(EXTENSIONS));
    String id = project.run("heads").out().split(" ")[0];
    Result downgrade = project.run("downgrade", "base", "--yes", "--undo-baseline", id);
    assertThat(downgrade.code()).as(downgrade.all()).isZero();
  }

  private static final String EXTENSIONS =
      "select string_agg(extname || ' ' || extnamespace::regnamespace, ', ' order by extname)"
          + " from pg_extension";
}
