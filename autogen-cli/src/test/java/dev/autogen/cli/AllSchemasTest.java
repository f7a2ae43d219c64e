package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One history in the schemas of many tenants. */
class AllSchemasTest {

  private static final int TENANTS = 20;
  private static final String QUERY = "select name from tenants order by name";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void makeTenants() {
    database.execute(
        "create table tenants (name text);"
            + " insert into tenants select 'T ' || i from generate_series(10, "
            + (9 + TENANTS)
            + ") i; do $$ declare t text; begin for t in select name from tenants loop"
            + " execute format('create schema %I', t); end loop; end $$");
    project = TestProject.at(directory, database.url());
    project.migration("a1", "", "op.execute(\"create table things (id int)\");");
    project.migration(
        "b2", "a1", "op.execute(\"alter table things add name text; create temp table x ()\");");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Result upgrade(String... more) {
    String[] arguments = {"upgrade", "--all-schemas", QUERY, "--parallel", "8"};
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return project.run(all);
  }

  private String count(String table) {
    return database.queryValue(
        "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname like 'T %' and relkind = 'r' and relname = '"
            + table
            + "'");
  }

  @Test
  void each_schema_has_its_own_tables_and_version() {
    Result upgrade = upgrade();

    assertThat(upgrade.code()).as(upgrade.all()).isZero();
    assertThat(upgrade.out().lines()).hasSize(TENANTS + 1);
    assertThat(upgrade.out())
        .contains("T 10: upgrade to b2, 2 revisions\n", "T 29: upgrade to b2, 2 revisions\n")
        .endsWith("20 schemas: 20 changed, 0 had nothing to do, 0 failed.\n");
    assertThat(count("things")).isEqualTo("20");
    assertThat(count("autogen_version")).isEqualTo("20");
    assertThat(database.queryValue("select version from \"T 23\".autogen_version")).isEqualTo("b2");
    assertThat(database.query("select 1 from pg_tables where schemaname = 'public'")).hasSize(1);
    assertThat(project.run("current", "--all-schemas", QUERY, "--check-heads").out())
        .contains("T 10: b2 (head)\n");
    assertThat(upgrade().out()).contains("20 had nothing to do");

    assertThat(project.run("downgrade", "a1", "--all-schemas", QUERY).out())
        .contains("T 10: downgrade to a1, 1 revision\n");
    Result current = project.run("current", "--all-schemas", QUERY, "--check-heads");
    assertThat(current.out()).contains("T 10: a1, 1 pending");
    assertThat(current.err()).contains("20 schemas are not at the head");
    assertThat(current.code()).isEqualTo(1);
  }

  @Test
  void one_that_fails_stops_no_other_and_is_gone_on_with() {
    database.execute("create table \"T 20\".things (id int, name text)");
    database.execute("insert into tenants values ('nowhere')");

    Result upgrade = upgrade();

    assertThat(upgrade.code()).isEqualTo(3);
    assertThat(upgrade.err())
        .contains("T 20: Upgrade to revision a1 (step a1) failed and was rolled back")
        .contains("nowhere: there is no schema nowhere");
    assertThat(upgrade.out())
        .contains("21 schemas: 19 changed, 0 had nothing to do, 2 failed. Correct what failed");

    database.execute("drop table \"T 20\".things", "create schema nowhere");
    assertThat(upgrade().out()).contains("2 changed, 19 had nothing to do, 0 failed.");
    assertThat(count("things")).isEqualTo("20");
  }

  @Test
  void programs_read_json() {
    database.execute("create table \"T 20\".things (id int)");

    Result upgrade = upgrade("--format", "json");

    assertThat(upgrade.out())
        .contains("\"schema\":\"T 10\"", "\"current\":[", "\"changed\":19", "\"failed\":1")
        .contains("\"error\":\"Upgrade to revision a1");
  }

  @Test
  void names_without_a_schema_mean_the_tenants_own_alone() {
    database.execute("create table things (id int)");
    project.migration("c3", "b2", "op.execute(\"alter table tenants add x int\");");

    assertThat(upgrade("b2").code()).isZero();
    assertThat(upgrade("head").err()).contains("relation \"tenants\" does not exist");

    assertThat(database.query("select 1 from pg_attribute where attname = 'x'")).isEmpty();
  }

  @Test
  void types_of_extensions_are_found() {
    database.execute("create extension citext");
    project.migration("c3", "b2", "op.execute(\"alter table things add mail citext\");");

    assertThat(upgrade().out()).contains("20 changed");
    assertThat(count("things")).isEqualTo("20");
  }

  @Test
  void a_bar_on_a_terminal() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLineRun(new PrintWriter(out), new PrintWriter(err), true, Map.of())
            .execute("-d", directory.toString(), "upgrade", "--all-schemas", QUERY);

    assertThat(code).isZero();
    assertThat(err.toString()).contains("\r\u001b[K[##############################] 20/20");
    assertThat(out.toString())
        .isEqualTo("20 schemas: 20 changed, 0 had nothing to do, 0 failed.\n");
  }

  private Result all(String... command) {
    return project.run(
        Stream.concat(Stream.of(command), Stream.of("--all-schemas", QUERY))
            .toArray(String[]::new));
  }

  @Test
  void status_is_a_line_per_schema() {
    assertThat(upgrade().code()).isZero();
    database.execute(
        "drop table \"T 10\".things, \"T 10\".autogen_version, \"T 10\".autogen_journal",
        "insert into tenants values ('nowhere')");
    project.migration("a1", "", "op.execute(\"create table things (id bigint)\");");
    project.migration("c3", "b2", "op.execute(\"drop table things\");");

    Result status = all("status");

    assertThat(status.code()).isEqualTo(3);
    assertThat(status.out())
        .contains("T 10: base, 3 pending\n", "T 11: b2, 1 pending; a1 is applied, edited\n")
        .contains("21 schemas: 0 at the head, 20 behind, 1 failed.")
        .contains("Run 'autogen upgrade --all-schemas \"" + QUERY + "\"'.")
        .containsOnlyOnce("run 'autogen repair a1 --all-schemas \"" + QUERY + "\"'");
    assertThat(status.err()).contains("nowhere: there is no schema nowhere");
    assertThat(all("status", "-v").out()).contains("  a1            applied, edited");
    assertThat(all("status", "--format", "json").out())
        .contains("\"schema\":\"T 10\"", "\"remarks\":[\"edited\"]", "\"failed\":1");

    Result repair = all("repair", "a1");
    assertThat(repair.out())
        .contains("T 11: recorded ", "21 schemas: 19 accepted, 0 had nothing to record, 2 failed.");
    assertThat(repair.err()).contains("T 10: ");
    assertThat(all("status").out()).doesNotContain("edited");
  }

  @Test
  void stamp_notes_each_schema() {
    Result stamp = all("stamp", "a1");

    assertThat(stamp.code()).as(stamp.all()).isZero();
    assertThat(stamp.out()).contains("T 10: a1\n").endsWith("20 schemas: 20 noted, 0 failed.\n");
    assertThat(all("stamp", "zz").code()).isEqualTo(3);
    assertThat(all("current").out()).contains("T 29: a1, 1 pending");
    assertThat(all("stamp", "a1:b2", "--sql").err()).contains("--sql is for one schema");
  }

  @Test
  void check_names_those_together_that_differ_alike() {
    database.execute("insert into tenants values ('nowhere')");
    project.compile(TestProject.USER);
    project.migration("c3", "b2", "op.execute(\"drop table things\");");
    project.migration(
        "d4",
        "c3",
        "op.execute(\"create table users (id bigint generated by default as identity primary key,"
            + " email varchar(100) not null unique)\");");
    assertThat(all("upgrade").code()).isEqualTo(3);
    assertThat(all("check").out())
        .isEqualTo("21 schemas: 20 match, 0 differ, 0 behind, 1 failed.\n");

    database.execute(
        "do $$ begin for i in 10..25 loop execute format("
            + "'alter table %I.users drop column email', 'T ' || i); end loop; end $$",
        "alter table \"T 26\".users add column nick text",
        "update \"T 27\".autogen_version set version = 'c3'",
        "create schema nowhere",
        "delete from tenants where name = 'nowhere'");
    Result check = all("check");

    assertThat(check.code()).as(check.all()).isEqualTo(1);
    assertThat(check.out().lines())
        .anyMatch(line -> line.matches("T 10, T 11, .*, T 19 and 6 more: 2 differences"))
        .contains(
            "  add column users.email varchar(100) not null",
            "T 26: 1 difference",
            "  drop column users.nick",
            "T 27: pending d4",
            "20 schemas: 2 match, 17 differ, 1 behind, 0 failed.");
    assertThat(all("check", "--format", "json").out())
        .contains("\"drift\":true", "\"schema\":\"T 26\"", "\"pending\":[\"d4\"]");
    assertThat(all("check", "--against", "history").err()).contains("--against=history is for one");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThat(upgrade("--sql").err()).contains("currentSchema=NAME --sql");
    assertThat(project.run("upgrade", "--all-schemas", "select nothing").err())
        .contains("The query \"select nothing\" cannot be used: ERROR");
    assertThat(project.run("upgrade", "--all-schemas", "select 1 where false").err())
        .contains("names no schema");
    project.write(
        "autogen.toml",
        "[database]\nurl = \"%s\"\n[migrations]\nversion-table = \"ops.v\"\n"
            .formatted(database.url()));
    Result refused = upgrade();
    assertThat(refused.err()).contains("leave the schema out of migrations.version-table");
    assertThat(refused.code()).isEqualTo(2);
  }
}
