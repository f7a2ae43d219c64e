package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schemas that rest on functions and types that people made by hand. */
class FoundationsTest {

  private static final String GROUND =
      """
      create schema lib;
      create function lib.is_mail(value text) returns boolean language sql immutable
        as 'select value like ''%@%''';
      create domain mail as varchar(100) not null default 'a@b' constraint looks check (lib.is_mail(value));
      create type level as enum ('LOW', 'HIGH');
      create type spot as (x int, label text collate "C", writer mail, level level);
      comment on type spot is 'it''s a place';
      comment on column spot.x is 'eastwards';
      create type route as (stops spot[], level level);
      create domain short_route as route constraint few check (cardinality((value).stops) < 9);
      create function is_high(value level) returns boolean language sql immutable
        as 'select value = ''HIGH''';
      create function is_high(value spot) returns boolean language sql immutable
        as 'select is_high(value.level)';
      create type spread as range (subtype = float8, subtype_diff = float8mi);
      create function lower_of(value text) returns text language plpgsql immutable
        as 'begin return helper(value); end';
      create function helper(value text) returns text language sql immutable as 'select lower(value)';
      """;

  private static final String TABLE =
      """
      create sequence account_numbers increment 50;
      create table accounts (
        id int primary key default nextval('account_numbers'), contact mail, place spot, width spread,
        way short_route,
        code text default lower_of('X'), plain text generated always as (lower_of(code)) stored,
        check (lower_of(code) <> ''));
      alter sequence account_numbers owned by accounts.id;
      create sequence free_numbers increment 50;
      create table notes (id int primary key);
      alter sequence free_numbers owned by notes.id;
      create index accounts_code on accounts (lower_of(code)) where lib.is_mail(code);
      create function name_of(a accounts) returns text language sql as 'select a.code';
      create procedure tidy() language sql as 'delete from accounts';
      """;

  private static final String COUNTING =
      "create function accounts_now() returns bigint stable"
          + " begin atomic select count(*) from accounts; end";

  @TempDir Path directory;
  private TestDatabase database;
  private TestDatabase fresh;

  private TestProject project(PostgreSqlVersion version) {
    database = TestDatabase.create(version);
    fresh = TestDatabase.create(version);
    return new TestProject(directory).with("DATABASE_URL", database.url());
  }

  @AfterEach
  void drop() {
    database.close();
    fresh.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_baseline_makes_them_and_the_owners_of_sequences(PostgreSqlVersion version)
      throws Exception {
    TestProject project = project(version);
    database.execute(GROUND, TABLE, COUNTING);

    Result init = project.run("init", "--from-database");

    assertThat(init.code()).as(init.all()).isZero();
    assertThat(init.out()).as(init.all()).contains("Proven on PostgreSQL");
    project.with("DATABASE_URL", fresh.url());
    Result upgrade = project.run("upgrade");
    assertThat(upgrade.code()).as(upgrade.all()).isZero();
    assertThat(things(fresh)).isEqualTo(things(database));
    String id = project.run("heads").out().split(" ")[0];
    Result downgrade = project.run("downgrade", "base", "--yes", "--undo-baseline", id);
    assertThat(downgrade.code()).as(downgrade.all()).isZero();
    assertThat(things(fresh)).isEmpty();
  }

  private static List<List<String>> things(TestDatabase database) {
    return database.query(
        """
        select pg_describe_object('pg_proc'::regclass, oid, 0), pg_get_functiondef(oid) from pg_proc
          where oid >= 16384
        union all
        select typname, obj.type || coalesce(typdefault, '') || typnotnull || coalesce((
          select string_agg(pg_get_constraintdef(k.oid), ',') from pg_constraint k
          where contypid = t.oid), '') from pg_type t,
          pg_identify_object('pg_type'::regclass, t.oid, 0) obj
          where t.oid >= 16384 and typname not like '%autogen%'
        union all
        select 'owner of ' || objid::regclass, refobjid::regclass || '.' || refobjsubid
          from pg_depend where classid = 'pg_class'::regclass and deptype = 'a'
            and refobjsubid > 0 and objid in (select oid from pg_class where relkind = 'S')
        union all
        select attrelid::regclass || '.' || attname, format_type(atttypid, atttypmod) || attcollation
          || coalesce(col_description(attrelid, attnum), '')
          || coalesce(obj_description(c.reltype, 'pg_type'), '')
          from pg_attribute join pg_class c on c.oid = attrelid where c.relkind = 'c'
        order by 1, 2
        """);
  }

  @ParameterizedTest
  @EnumSource
  void a_proof_of_something_else_has_them(PostgreSqlVersion version) {
    TestProject project = project(version);
    project.write(
        "autogen.toml",
        "[database]\nurl = \""
            + database.url()
            + "\"\n[model]\nclasspath = [\"target/classes\"]\n[diff]\nignore = [\"accounts\", \"notes\","
            + " \"users.contact\", \"users.place\", \"users.code\", \"users.plain\","
            + " \"account_numbers\", \"users.users_contact_check\"]\n");
    project.compile(TestProject.USER);
    project.run("revision", "--no-prove");
    project.run("upgrade");
    database.execute(
        GROUND,
        TABLE,
        COUNTING,
        "alter table users add contact mail, add place spot, add code text default lower_of('X'),"
            + " add plain text generated always as (lower_of('x')) stored,"
            + " add check (lib.is_mail(contact))",
        "create function shout(value text) returns text language sql immutable as 'select upper(value)'",
        "create materialized view short_names as select shout(email) as name, contact from users",
        "insert into users (id, email) values (1, 'Ann@acme.com')",
        "refresh materialized view short_names");
    project.compile(TestProject.USER.replace("length = 100", "length = 200"));

    Result revision = project.run("revision", "-m", "longer mail");

    assertThat(revision.out()).as(revision.all()).contains("Proven on PostgreSQL");
    assertThat(revision.all()).doesNotContain("is not proven").doesNotContain("cannot have the");
    Result upgrade = project.run("upgrade");
    assertThat(upgrade.code()).as(upgrade.all()).isZero();
    assertThat(database.queryValue("select name from short_names")).isEqualTo("ANN@ACME.COM");
  }

  @Test
  void a_database_is_not_noted_as_being_at_a_baseline_that_failed() {
    TestProject project = project(PostgreSqlVersion.values()[0]);
    database.execute(
        "create function strange(int) returns int language internal immutable strict as 'int4abs'",
        "create table t (id int primary key check (strange(id) > 0))");

    Result init = project.run("init", "--from-database");

    assertThat(init.all())
        .contains("permission denied for language internal", "was not noted as being at")
        .doesNotContain("is noted as being");
    assertThat(project.run("current").out()).doesNotContain("baseline");
    assertThat(database.query("select 1 from pg_class where relname = 'autogen_version'"))
        .isEmpty();
  }
}
