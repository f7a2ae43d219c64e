package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first revision of a database that no migration made, proven on a copy of its schema. */
class CopiedSchemaTest {

  private static final String TABLE = "a_table_with_quite_a_long_name_of_its_own";
  private static final String KEY = "a_key_column_with_quite_a_long_name";
  private static final String ENTITY =
      """
      package com.acme;
      import jakarta.persistence.*;
      @Entity @Table(name = "%s")
      public class Entry {
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Column(name = "%s") Long id;
        Integer n;
      }
      """
          .formatted(TABLE, KEY);

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @AfterEach
  void drop() {
    database.close();
  }

  private Result run(String... arguments) {
    return project.run(arguments);
  }

  private void succeeds(String... arguments) {
    Result result = run(arguments);
    assertThat(result.code()).as(result.all()).isZero();
  }

  @Test
  void serial_numbers_go_on_whatever_the_names_of_their_sequences() {
    database.execute(
        "create table " + TABLE + " (" + KEY + " serial primary key, n integer)",
        "insert into " + TABLE + " (n) values (1), (2)",
        "create table a (b_c serial primary key)",
        "create table a_b (c integer primary key, n integer)",
        "insert into a_b values (7, 1)");
    project =
        TestProject.at(directory, database.url())
            .compile(
                ENTITY,
                "package com.acme; import jakarta.persistence.*; @Entity @Table(name = \"a\")"
                    + " public class A { @Id @Column(name = \"b_c\", columnDefinition = \"serial\")"
                    + " Integer id; }",
                "package com.acme; import jakarta.persistence.*; @Entity @Table(name = \"a_b\")"
                    + " public class B { @Id @Column(name = \"c\", columnDefinition = \"serial\")"
                    + " Integer id; Integer n; }");

    Result revision = run("revision");

    assertThat(revision.out()).as(revision.all()).contains("Proven on PostgreSQL");
    assertThat(revision.err()).contains("proven on a copy of the database's schema");
    succeeds("upgrade");
    assertThat(run("check").out()).isEqualTo("The database matches the entities.\n");
    assertThat(database.queryValue("insert into " + TABLE + " (n) values (3) returning " + KEY))
        .isEqualTo("3");
    assertThat(database.queryValue("insert into a_b (n) values (3) returning c")).isEqualTo("8");
    assertThat(
            database.queryValue(
                "select count(*) from pg_sequence where seqrelid::regclass::text not like 'autogen%'"))
        .isEqualTo("3");
    succeeds("downgrade", "-1", "--yes");
    assertThat(database.queryValue("insert into " + TABLE + " (n) values (3) returning " + KEY))
        .isEqualTo("4");
  }

  @Test
  void revision_that_fails_on_the_copy_is_no_success() {
    database.execute("create table " + TABLE + " (" + KEY + " bigint primary key)");
    project =
        TestProject.at(directory, database.url())
            .compile(
                ENTITY.replace("Integer n;", "@Column(columnDefinition = \"nosuch\") String n;"));

    Result revision = run("revision");

    assertThat(revision.err())
        .contains("The proof on PostgreSQL", "failed", "type \"nosuch\" does not exist");
    assertThat(revision.code()).as(revision.all()).isOne();
  }
}
