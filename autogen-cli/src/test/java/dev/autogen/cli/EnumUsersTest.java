package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enum types that lose and get values while tables of several schemas use them. */
class EnumUsersTest {

  private static final String STATUS =
      "package com.acme; public class Status { public enum S { ON, OFF, IDLE } }";
  private static final String DEVICE =
      """
      package com.acme;
      import jakarta.persistence.*;
      import org.hibernate.annotations.*;
      import org.hibernate.type.SqlTypes;
      @Entity @Table(name = "device")
      public class Device {
        @Id Long id;
        @JdbcTypeCode(SqlTypes.NAMED_ENUM) @ColumnDefault("'ON'") Status.S state;
      }
      """;
  private static final String INVOICE =
      DEVICE
          .replace("name = \"device\"", "name = \"invoice\", schema = \"billing\"")
          .replace("class Device", "class Invoice");

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @AfterEach
  void drop() {
    database.close();
  }

  private void migrate() {
    Result revision = project.run("revision");
    assertThat(revision.out()).as(revision.all()).contains("Proven on PostgreSQL");
    assertThat(revision.code()).as(revision.all()).isZero();
    succeeds("upgrade");
    assertThat(project.run("check").out()).isEqualTo("The database matches the entities.\n");
  }

  private void succeeds(String... arguments) {
    Result result = project.run(arguments);
    assertThat(result.code()).as(result.all()).isZero();
  }

  private String types() {
    return database.queryValue(
        "select string_agg(attrelid::regclass || ' ' || format_type(atttypid, null), ', ' order by attrelid::regclass::text) from pg_attribute"
            + " where atttypid in (select oid from pg_type where typtype = 'e')"
            + " and attrelid in (select oid from pg_class where relkind = 'r')");
  }

  @Test
  void entities_of_several_schemas_change_with_their_type() {
    project = TestProject.at(directory, database.url()).compile(STATUS, DEVICE, INVOICE);
    migrate();
    database.execute(
        "insert into device values (1, 'OFF')", "insert into billing.invoice values (1, 'ON')");
    String before = types();

    project.compile(STATUS.replace(", IDLE", ""), DEVICE, INVOICE);
    migrate();

    assertThat(types()).isEqualTo(before).contains("billing.invoice", "device");
    assertThat(database.queryValue("select enum_range(state)::text from billing.invoice"))
        .isEqualTo("{OFF,ON}");
    succeeds("downgrade", "-1");
    assertThat(types()).isEqualTo(before);
    succeeds("upgrade");
  }

  @Test
  void tables_that_no_entity_models_change_with_it() {
    project = TestProject.at(directory, database.url()).compile(STATUS, DEVICE);
    project.append("autogen.toml", "[diff]\nignore = [\"table:notes\"]\n");
    migrate();
    database.execute(
        "create schema legacy",
        "create type legacy.size as enum ('S', 'L')",
        "create table legacy.users (id bigserial primary key)",
        "create table legacy.orders (id bigserial primary key, user_id bigint references"
            + " legacy.users, size legacy.size, states s[], state s not null default 'OFF',"
            + " constraint known check (state <> 'ON'))",
        "create index orders_on on legacy.orders (id) where state = 'OFF'",
        "insert into legacy.orders (states) values ('{ON}')",
        "create table notes (id bigint primary key, state s default 'ON')");
    String before = types();

    project.compile(STATUS.replace(", IDLE", ""), DEVICE);
    migrate();

    assertThat(types()).isEqualTo(before).contains("legacy.orders", "notes");
    assertThat(database.queryValue("select (states || state)::text from legacy.orders"))
        .isEqualTo("{ON,OFF}");
    succeeds("downgrade", "-1");
    assertThat(types()).isEqualTo(before);
    succeeds("upgrade");
  }

  @Test
  void values_go_again_in_another_default_schema() {
    project = TestProject.at(directory, database.url());
    project.append("autogen.toml", "[model.properties]\n\"hibernate.default_schema\" = \"app\"\n");
    project.compile(STATUS.replace(", IDLE", ""), DEVICE);
    migrate();
    String before = types();

    project.compile(STATUS, DEVICE);
    migrate();

    succeeds("downgrade", "-1");
    assertThat(types()).isEqualTo(before);
    succeeds("upgrade");
    assertThat(project.run("check").code()).isZero();
  }
}
