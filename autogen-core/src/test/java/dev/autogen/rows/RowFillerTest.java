package dev.autogen.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.dialect.postgresql.rows.PostgreSqlRowRules;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.QualifiedName;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows for tables whose constraints are hard to satisfy. */
class RowFillerTest {

  @ParameterizedTest
  @EnumSource(PostgreSqlVersion.class)
  void fillsTablesWhateverTheirConstraintsAsk(PostgreSqlVersion version) throws Exception {
    try (TestDatabase database = TestDatabase.create(version)) {
      database.execute(
          """
          create extension btree_gist;
          create type mood as enum ('sad', 'ok');
          create type money_amount as (amount numeric(10, 2), currency char(3));
          create domain email as text check (value ~ '^[^@]+@[^@.]+[.][a-z]{2,4}$');
          create domain code as varchar(3) not null check (length(value) = 3 and value = upper(value));
          create schema other;

          create table every_type (
            id bigint generated always as identity primary key,
            a_smallint smallint not null, a_int int not null, a_bigint bigint not null,
            a_numeric numeric(5, 2) not null, a_fraction numeric(2, 2) not null, n numeric not null,
            a_real real not null, a_double double precision not null, a_money money not null,
            a_bool boolean not null, a_char char(2) not null, a_varchar varchar(4) not null,
            a_text text not null, a_bytea bytea not null, a_date date not null,
            a_time time(3) not null, a_timetz timetz not null, a_ts timestamp(0) not null,
            a_tstz timestamptz not null, an_interval interval not null, a_uuid uuid not null,
            a_json json not null, a_jsonb jsonb not null, an_inet inet not null,
            a_cidr cidr not null, a_mac macaddr not null, a_bit bit(3) not null,
            a_varbit varbit(5) not null, a_mood mood not null, moods mood[] not null,
            an_email email not null, a_code code, tags text[] not null, m int[][] not null,
            a_range int4range not null, spans tstzrange not null, multi int4multirange not null,
            a_xml xml not null, a_point point not null, vector tsvector not null, o oid not null,
            price money_amount not null);

          create table nodes (
            id int primary key, parent_id int references nodes, boss_id int not null
              references nodes deferrable, check (parent_id <> id));
          create table eggs (id int primary key, hen_id int not null);
          create table hens (id uuid primary key, egg_id int not null references eggs);
          alter table eggs add column hen uuid not null references hens;
          create table a (id int primary key, b_id int);
          create table b (id int primary key, a_id int not null references a);
          alter table a add foreign key (b_id) references b;

          create table tenants (id int primary key);
          create table projects (
            tenant_id int references tenants, id int, parent_id int, primary key (tenant_id, id),
            foreign key (tenant_id, parent_id) references projects);
          create table tasks (
            tenant_id int not null references tenants, project_id int not null, owner_id int,
            title text not null unique, done boolean not null,
            foreign key (tenant_id, project_id) references projects,
            check ((owner_id is null) = done));

          create table events (
            kind varchar(10) not null check (kind in ('CALL', 'MEETING')),
            starts_at timestamptz not null, ends_at timestamptz not null,
            rating int check (rating between 10 and 12),
            price numeric(8, 2) not null check (price > 99.50),
            title text not null check (length(title) > 400 and title like 'https://%'),
            payload jsonb not null check (payload ? 'version' and jsonb_typeof(payload) = 'object'),
            labels text[] not null check (labels <@ array['x', 'y'] and cardinality(labels) > 0),
            day date not null check (day >= date '2031-05-01' and day < date '2031-05-03'),
            check (starts_at < ends_at));
          create table reservations (
            room_id int not null, during tstzrange not null check (not isempty(during)),
            exclude using gist (room_id with =, during with &&));
          create table attachments (
            id serial primary key, event_id int references nodes, task_id int references tenants,
            check (num_nonnulls(event_id, task_id) = 1));
          create table settings (id boolean primary key default true check (id));
          create table slugs (
            slug text not null, deleted boolean not null, owner int references tenants);
          create unique index on slugs (lower(slug)) where not deleted;
          create table measures (at timestamptz not null, v int, id int, primary key (id, at))
            partition by range (at);
          create table measures_2031 partition of measures
            for values from ('2031-01-01') to ('2032-01-01');
          create table hashed (id int primary key) partition by hash (id);
          create table hashed_1 partition of hashed for values with (modulus 2, remainder 1);
          create table other.things (
            id int primary key, price int not null check (price > 7),
            total int generated always as (price * 2) stored check (total < 100));
          create table only_numbered (id int generated always as identity primary key);
          create table member (a int references tenants, t int references tenants,
            primary key (a, t));
          create table profiles (id int primary key references tenants);
          create table "Odd ""Name" ("a ""b" text not null check ("a ""b" <> ''));
          create table audit (what text not null);
          create function note() returns trigger language plpgsql as
            'begin insert into audit values (tg_op); return new; end';
          create trigger note after insert on tenants for each row execute function note();
          create table impossible (id int primary key, check (id > 5 and id < 3));
          create table orphans (id int not null references impossible);
          create table guarded (id int);
          create function refuse() returns trigger language plpgsql as
            'begin raise exception ''closed on Sundays''; end';
          create trigger refuse before insert on guarded for each row execute function refuse();
          create table unpartitioned (id int) partition by list (id);
          """);

      FillResult filling;
      try (Connection connection = database.connect()) {
        RowRules rules = Dialects.of(database.url()).rowRules().orElseThrow();
        filling =
            RowFiller.fill(
                connection,
                rules,
                rules.tables(connection, Set.of("autogen_version"), RowRules.Reach.ALL));
      }

      assertThat(filling.empty())
          .containsExactly(
              "guarded could not be given rows: closed on Sundays",
              "impossible could not be given rows: none of the values tried satisfies check"
                  + " impossible_id_check: ((id > 5) AND (id < 3))",
              "orphans could not be given rows: there is no row to which id could point",
              "unpartitioned could not be given rows: no partition of relation \"unpartitioned\""
                  + " found for row");
      assertThat(
              filling.tables().stream()
                  .filter(each -> each.rows() > 0 && each.rows() < 8)
                  .map(each -> each.table() + " " + each.rows()))
          .containsExactly("settings 1");
      assertThat(
              database.query(
                  "select count(*), count(*) filter (where condeferrable) from pg_constraint"
                      + " where contype = 'f' and conname ~ '^(eggs|hens|nodes)'"))
          .containsExactly(List.of("4", "1"));
      assertThat(
              database.query(
                  "select min(a_int), max(a_int), min(a_varchar), max(length(a_text)),"
                      + " max(a_numeric), count(*) filter (where a_text ~ '😀') from every_type"))
          .containsExactly(List.of("-2147483648", "2147483647", "", "300", "999.49", "1"));
      assertThat(
              database.query(
                  "select count(parent_id), count(distinct parent_id), count(boss_id) from nodes"))
          .containsExactly(List.of("7", "4", "8"));
      assertThat(
              database.query(
                  "select bool_or(children > 1) from (select count(*) as children from tasks"
                      + " group by project_id, tenant_id) parents"))
          .containsExactly(List.of("t"));
    }
  }

  @Test
  void aForeignKeyToAPartitionedTableIsOne() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      database.execute(
          """
          create table events (id int, day date, primary key (id, day)) partition by range (day);
          create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01');
          create table events_2 partition of events for values from ('2027-01-01') to ('2028-01-01');
          create table notes (id int primary key, event int, day date,
            foreign key (event, day) references events) partition by range (id);
          create table notes_1 partition of notes for values from (1) to (100);
          """);
      List<RowRules.Table> tables =
          new PostgreSqlRowRules().tables(connection, Set.of(), RowRules.Reach.ALL);

      assertThat(tables)
          .extracting(table -> table.name().name())
          .containsExactly("events", "notes");
      assertThat(tables.get(1).references())
          .extracting(RowRules.Reference::table)
          .containsExactly(tables.get(0).identity());
      assertThat(
              new PostgreSqlDialect()
                  .inspector()
                  .inspect(connection, InspectionScope.defaultSchema())
                  .schema()
                  .table(QualifiedName.of("notes"))
                  .orElseThrow()
                  .foreignKeys())
          .hasSize(1);
    }
  }
}
