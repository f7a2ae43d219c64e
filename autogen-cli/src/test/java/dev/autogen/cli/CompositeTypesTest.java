package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Composite types that Hibernate makes for {@code @Struct}, from the command line. */
class CompositeTypesTest {

  private static final String SPOT =
      """
      package com.acme;
      import jakarta.persistence.*;
      import org.hibernate.annotations.*;
      @Embeddable @Struct(name = "spot_xy")
      public class Spot {
        Integer x;
        Integer z;
      }
      """;
  private static final String TRIP =
      """
      package com.acme;
      import jakarta.persistence.*;
      @Entity
      public class Trip {
        @Id Long id;
        @Embedded Spot start;
      }
      """;

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @AfterEach
  void drop() {
    database.close();
  }

  private String proven(String message) {
    Result revision = project.run("revision", "-m", message);
    assertThat(revision.out()).as(revision.all()).contains("Proven on PostgreSQL");
    assertThat(revision.code()).as(revision.all()).isZero();
    succeeds("upgrade");
    matches();
    return revision.all();
  }

  private void matches() {
    assertThat(project.run("check").out()).isEqualTo("The database matches the entities.\n");
  }

  private void succeeds(String... arguments) {
    Result result = project.run(arguments);
    assertThat(result.code()).as(result.all()).isZero();
  }

  private String migration(String name) throws IOException {
    for (Path file : project.migrations()) {
      if (file.toString().endsWith("_" + name + ".java")) {
        return Files.readString(file);
      }
    }
    throw new AssertionError("no migration " + name);
  }

  @Test
  void an_attribute_more_changes_tables_of_other_schemas_too() {
    project = TestProject.at(directory, database.url()).compile(SPOT, TRIP);
    assertThat(proven("trips")).contains("create composite type spot_xy (x integer, z integer)");
    database.execute(
        "create schema other",
        "create table other.routes (id int primary key, stops spot_xy[] default '{}')",
        "insert into other.routes values (1, array[row(1, 2), null]::spot_xy[])",
        "insert into trip values (1, row(3, 4))");

    project.compile(SPOT.replace("Integer z;", "Integer y; Integer z;"), TRIP);
    assertThat(proven("height")).contains("alter composite type spot_xy: add y integer");

    String rows = "select stops::text || start from other.routes, trip";
    assertThat(database.queryValue(rows)).isEqualTo("{\"(1,,2)\",NULL}(3,,4)");
    succeeds("downgrade", "-1");
    assertThat(database.queryValue(rows)).isEqualTo("{\"(1,2)\",NULL}(3,4)");
    succeeds("upgrade");
  }

  @Test
  void a_baseline_begins_with_a_composite_type() throws IOException {
    database.execute(
        "create type spot_xy as (x integer, z integer)",
        "create table trip (id bigint primary key, start spot_xy)",
        "insert into trip values (1, row(3, 4))");
    project = TestProject.at(directory, database.url()).compile(SPOT, TRIP);

    Result init = project.run("init", "--from-database");

    assertThat(init.out()).as(init.all()).contains("Proven on PostgreSQL");
    matches();
    assertThat(migration("baseline"))
        .contains("op.createComposite(\"spot_xy\", attribute(\"x\", integer())");
    project.compile(SPOT.replace("Integer x;", ""), TRIP);
    assertThat(proven("plain")).contains("alter composite type spot_xy: drop x integer");
    assertThat(migration("plain")).contains("// Drops the values of x in all columns of the type.");
  }

  @Test
  void an_ignored_one_stays_as_it_is() {
    project = TestProject.at(directory, database.url()).compile(SPOT, TRIP);
    project.append("autogen.toml", "[diff]\nignore = [\"type:spot_xy\"]\n");
    database.execute(
        "create type spot_xy as (x integer)",
        "create table trip (id bigint primary key, start spot_xy)");

    matches();
  }
}
