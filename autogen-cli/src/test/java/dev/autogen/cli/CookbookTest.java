package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.DocumentedCode;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migrations of the cookbook, taken from the page and run. */
class CookbookTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;
  private String last = "";

  @BeforeEach
  void tables() {
    project = TestProject.at(directory, database.url());
    database.execute(
        """
        create table customers (id int primary key, name text, email text not null);
        insert into customers select i, 'Name ' || i, 'Ann' || i || '@ACME.com'
          from generate_series(1, 2500) i;
        create table plans (code varchar(20) primary key, price numeric(9,2));
        create table orders (id int primary key, number int not null);
        insert into orders select i, i * 10 from generate_series(1, 1500) i;
        create table readings (taken_at timestamptz not null);
        """);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  /** Runs the one piece of the page that has these words, as a migration of its own. */
  private Result run(String words, String... arguments) {
    String id = "c" + project.migrations().size();
    project.write(
        "src/main/java/db/migrations/M_" + id + ".java",
        """
        package db.migrations;
        import static dev.autogen.migration.Definitions.*;
        import dev.autogen.migration.*;
        import dev.autogen.schema.*;
        import java.math.BigDecimal;
        import java.util.*;
        @Revision(id = "%1$s"%2$s)
        public final class M_%1$s implements Migration {
          @Override public void upgrade(Operations op) {
        %3$s
          }
          @Override public void downgrade(Operations op) {}
        }
        """
            .formatted(
                id,
                last.isEmpty() ? "" : ", revises = \"" + last + "\"",
                DocumentedCode.java("cookbook.md", words)));
    last = id;
    List<String> command = new ArrayList<>(List.of("upgrade"));
    command.addAll(List.of(arguments));
    Result result = project.run(command.toArray(String[]::new));
    assertThat(result.code()).as(result.err()).isZero();
    return result;
  }

  private String value(String sql) {
    return database.queryValue(sql);
  }

  @Test
  void data_by_sql_and_by_java() {
    database.execute("create table users (locale text); insert into users values (null)");
    run("update users set locale");
    assertThat(value("select locale from users")).isEqualTo("en");

    run("new BigDecimal(\"9.90\")");
    assertThat(value("select sum(price) from plans")).isEqualTo("9.90");
    run("op.argument(\"factor\", \"1\")", "-x", "factor=2");
    assertThat(value("select sum(price) from plans")).isEqualTo("19.80");
    database.execute("update plans set code = 'GROUP' where code = 'TEAM'");
    run("update plans set code = 'TEAM'");
    assertThat(value("select count(*) from plans where code = 'TEAM'")).isEqualTo("1");

    run("where email <> lower(email) limit 1000)\")) {\n        while");
    assertThat(value("select count(*) from customers where email <> lower(email)")).isEqualTo("0");
  }

  @Test
  void many_rows_in_batches() {
    database.execute(
        "create table batches (n bigint)",
        "create function noted() returns trigger language plpgsql as $$ begin"
            + " insert into batches values (txid_current()); return null; end $$",
        "create trigger noted after update on customers execute function noted()");

    run("addresses are in lower case");

    assertThat(value("select count(*) from customers where email <> lower(email)")).isEqualTo("0");
    assertThat(value("select count(distinct n) from batches")).isEqualTo("4");

    database.execute("update customers set email = upper(email)", "delete from batches");
    run("backfillInBatches");
    assertThat(value("select count(*) from customers where email <> lower(email)")).isEqualTo("0");
    assertThat(value("select count(distinct n) from batches")).isEqualTo("3");
  }

  @Test
  void an_index_beside_writers_and_only_where_it_is_missing() {
    database.execute("alter table customers add plan varchar(20)");
    run("createIndexConcurrently");
    run("op.inspect()");
    database.execute("drop index customers_plan_idx");
    run("op.inspect()");
    assertThat(
            value(
                "select indisvalid from pg_index where indexrelid = 'customers_plan_idx'::regclass"))
        .isEqualTo("t");
  }

  @Test
  void a_column_that_is_not_null() {
    run("op.backfill(\"customers\", \"plan\", \"'FREE'\")");
    assertThat(value("select count(*) from customers where plan = 'FREE'")).isEqualTo("2500");
    run("create view team_customers");
    assertThat(value("select count(*) from team_customers")).isEqualTo("0");
  }

  @Test
  void a_column_that_is_not_null_and_holds_nobody_up() {
    run(".notNull().serverDefault(\"'FREE'\")");
    run("validate constraint domain_set");
    assertThat(value("select count(*) from customers where plan = 'FREE' and domain = 'ACME.com'"))
        .isEqualTo("2500");
    assertThat(
            database.query(
                "select attname from pg_attribute where attrelid = 'customers'::regclass and attnotnull"
                    + " order by 1"))
        .contains(List.of("plan"), List.of("domain"));
    assertThat(database.query("select from pg_constraint where conname = 'domain_set'")).isEmpty();
  }

  @Test
  void an_extension_that_may_be_missing() {
    database.execute(
        "create table hypertables (name text, by text)",
        "create function by_range(c text) returns text language sql as 'select c'",
        "create function create_hypertable(t text, c text) returns void language sql as"
            + " 'insert into hypertables values (t, c)'");
    run("create_hypertable");
    assertThat(database.query("select * from hypertables")).isEmpty();
    assertThat(project.run("upgrade", "base:head", "--sql").out())
        .contains("perform create_hypertable('readings', by_range('taken_at'));");

    database.execute(
        "set allow_system_table_mods = on; insert into pg_extension (oid, extname, extowner,"
            + " extnamespace, extrelocatable, extversion) select 99999, 'timescaledb', 10,"
            + " 'public'::regnamespace, false, '2'");
    run("create_hypertable");
    assertThat(database.query("select * from hypertables"))
        .isEqualTo(List.of(List.of("readings", "taken_at")));
  }

  @Test
  void a_rename_in_two_releases() {
    run("create function customers_names()");
    database.execute(
        "insert into customers (id, name, email) values (3001, 'by the old', 'x')",
        "insert into customers (id, full_name, email) values (3002, 'by the new', 'x')",
        "update customers set full_name = 'new' where id = 1",
        "update customers set name = 'old' where id = 2");
    assertThat(value("select count(*) from customers where name is distinct from full_name"))
        .isEqualTo("0");
    run("drop trigger customers_names");
    assertThat(
            value(
                "select string_agg(full_name, ', ' order by id) from customers where id in (1, 2, 3, 3001, 3002)"))
        .isEqualTo("new, old, Name 3, by the old, by the new");
  }

  @Test
  void a_type_in_three_releases() {
    run("create function orders_number()");
    database.execute(
        "insert into orders values (2000, 7)", "update orders set number = 8 where id = 1");
    run("update orders set number_new = number");
    assertThat(value("select count(*) from orders where number_new is distinct from number"))
        .isEqualTo("0");
    run("drop trigger orders_number");
    assertThat(
            value(
                "select format_type(atttypid, atttypmod) from pg_attribute where attname = 'number'"
                    + " and attrelid = 'orders'::regclass"))
        .isEqualTo("bigint");
    assertThat(value("select sum(number) from orders where id in (1, 2, 2000)")).isEqualTo("35");
  }
}
