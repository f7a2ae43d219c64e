package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code autogen init --from-database}. */
class BaselineTest {

  private static final String SCHEMA =
      """
      create extension citext;
      create type mood as enum ('calm', 'it''s merry');
      create schema audit;
      create sequence invoice_number start 1000 increment 10;
      create table customers (
        id bigserial primary key, email citext not null unique, mood mood default 'calm',
        plan varchar(20) default 'FREE' check (plan in ('FREE', 'TEAM')),
        full_name text generated always as (upper(plan)) stored,
        created timestamptz not null default now());
      comment on column customers.plan is 'what */ they " pay';
      create table orders (
        id int generated always as identity primary key,
        customer_id bigint not null references customers on delete cascade,
        number bigint default nextval('invoice_number'), tags text[] default '{}');
      create index orders_open on orders (customer_id) where tags = '{}';
      create index orders_number on orders using brin (number);
      create table audit.entries (id uuid primary key default gen_random_uuid(), what jsonb);
      create view team as select * from customers where plan = 'TEAM';
      comment on view team is 'who pays';
      create materialized view plans as select plan, count(*) from team group by plan;
      create unique index plans_plan on plans (plan);
      create function touch() returns trigger language plpgsql as
        $$ begin new.created := now(); return new; end $$;
      create trigger customers_touch before update on customers
        for each row execute function touch();
      alter table orders enable row level security;
      create policy own on orders using (number > 0);
      create statistics customers_plans on plan, email from customers;
      insert into customers (email) values ('ann@acme.com');
      """;

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private final TestDatabase fresh = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
    fresh.close();
  }

  @Test
  void writes_what_is_there_and_notes_the_database_as_being_at_it() throws Exception {
    database.execute(SCHEMA);
    TestProject project = new TestProject(directory).with("DATABASE_URL", database.url());

    Result init = project.run("init", "--from-database");

    assertThat(init.code()).as(init.all()).isZero();
    assertThat(init.out())
        .containsPattern("Wrote \\S*src/main/java/db/migrations/M\\w+_baseline.java")
        .containsPattern("Proven on PostgreSQL \\d+")
        .contains("'autogen stamp ");
    assertThat(init.err())
        .contains("not in the baseline: the rows of tables, owners and grants")
        .doesNotContain("view", "trigger", "policy");
    String source = Files.readString(project.migrations().get(0));
    assertThat(source)
        .contains("op.execute(\"create extension if not exists citext cascade\");")
        .contains("op.createTable(\n        \"customers\"")
        .contains("audit")
        .contains("baseline = true")
        .contains("upgrade makes the same schema, downgrade\n * leaves nothing of it");
    assertThat(project.run("upgrade").out()).doesNotContain("upgrade base");
    assertThat(database.queryValue("select count(*) from customers")).isEqualTo("1");

    project.with("DATABASE_URL", fresh.url());
    Result upgrade = project.run("upgrade");
    assertThat(upgrade.code()).as(upgrade.all()).isZero();
    assertThat(columns(fresh)).isEqualTo(columns(database));
    assertThat(objects(fresh)).hasSize(9).isEqualTo(objects(database));
    String id = project.run("heads").out().split(" ")[0];
    assertThat(project.run("downgrade", "base", "--yes", "--undo-baseline", id).code()).isZero();
    assertThat(columns(fresh)).isEmpty();
    assertThat(objects(fresh)).isEmpty();
  }

  /** Views, triggers, policies, statistics, functions, and what is said of them. */
  private static List<List<String>> objects(TestDatabase database) {
    return database.query(
        """
        select 'view', oid::regclass::text, pg_get_viewdef(oid), obj_description(oid, 'pg_class')
        from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
        union all select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid), null
        from pg_index where indrelid = to_regclass('plans')
        union all select 'trigger', tgname, pg_get_triggerdef(oid), null
        from pg_trigger where not tgisinternal
        union all select 'policy', polname, pg_get_expr(polqual, polrelid), null from pg_policy
        union all select 'security', relname, 'on', null from pg_class where relrowsecurity
        union all select 'statistics', stxname, pg_get_statisticsobjdef(oid), null
        from pg_statistic_ext
        union all select 'rows', relname, relispopulated::text, null
        from pg_class where relkind = 'm'
        union all select 'function', proname, pg_get_functiondef(oid), null
        from pg_proc where proname = 'touch' and pronamespace = 'public'::regnamespace
        order by 1, 2
        """);
  }

  private static List<List<String>> columns(TestDatabase database) {
    return database.query(
        """
        select c.oid::regclass, a.attname, format_type(atttypid, atttypmod), attnotnull,
          attidentity, attgenerated, pg_get_expr(adbin, adrelid),
          (select array_agg(pg_get_constraintdef(k.oid) order by pg_get_constraintdef(k.oid)) from pg_constraint k
            where k.conrelid = c.oid),
          (select array_agg(pg_get_indexdef(i.indexrelid) order by indexrelid::regclass::text)
            from pg_index i where i.indrelid = c.oid)
        from pg_attribute a join pg_class c on c.oid = attrelid
          left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attnum > 0 and relkind in ('r', 'p') and c.oid::regclass::text not like 'autogen%'
          and relnamespace in ('public'::regnamespace, to_regnamespace('audit')) order by 1, 2
        """);
  }

  @Test
  void a_user_who_may_read_alone_gets_the_file_and_the_next_command() {
    String role = "reader_of_" + database.name();
    database.execute(
        "create table t (id int primary key)",
        "create role " + role + " login",
        "grant select on all tables in schema public to " + role);
    try {
      TestProject project =
          new TestProject(directory)
              .with("DATABASE_URL", database.url().replace("user=postgres", "user=" + role));

      Result init = project.run("init", "--from-database");

      assertThat(init.code()).as(init.err()).isZero();
      assertThat(init.out()).contains("_baseline.java").doesNotContain("is noted as being");
      assertThat(init.err()).contains("permission denied", "Run 'autogen stamp head'");
    } finally {
      database.execute("drop owned by " + role + "; drop role " + role);
    }
  }

  @Test
  void begins_once_and_with_something() {
    TestProject project = new TestProject(directory).with("DATABASE_URL", database.url());
    Result empty = project.run("init", "--from-database");
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains("has no tables", "'autogen revision'");

    database.execute("create table t (id int primary key)");
    Result json = project.run("init", "--from-database", "--format", "json");
    assertThat(json.code()).as(json.err()).isZero();
    assertThat(json.out()).startsWith("{").contains("\"kind\":\"create_table\"");
    assertThat(project.run("init", "--from-database").err())
        .contains("There are revisions already");
  }
}
