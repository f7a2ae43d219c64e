package dev.autogen.run;

import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.integer;
import static dev.autogen.migration.Definitions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a migration may do while it runs. */
class MigrationWorkTest extends RunnerFixture {
  @Test
  void streamsSoThatConditionsSeeWhatStandsBeforeThem() {
    List<Integer> columns = new ArrayList<>();
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "a1",
                op -> {
                  op.createTable("t", column("id", integer()));
                  op.addColumn("t", column("name", text()));
                  columns.add(op.inspect().tables().get(0).columns().size());
                  op.connection(
                      c -> c.createStatement().execute("insert into t values (1, 'one')"));
                  op.bulkInsert(
                      "t",
                      List.of(Map.of("id", 2, "name", "two"), Map.of("id", 3, "name", "it's")));
                  op.alterColumn("t", column("name", text()).notNull().serverDefault("'x'"));
                });

    runner(migrations).upgrade("head");

    assertThat(columns).containsExactly(2);
    assertThat(database.query("select * from t order by id"))
        .containsExactly(List.of("1", "one"), List.of("2", "two"), List.of("3", "it's"));
    assertThat(
            database.queryValue(
                "select is_nullable from information_schema.columns where table_name = 't' and"
                    + " column_name = 'name'"))
        .isEqualTo("NO");
  }

  @Test
  void insertsRowsOfAnyColumnType() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", java.util.UUID.fromString("6f1c0a52-0000-0000-0000-000000000001"));
    row.put("data", "{\"a\": 1}");
    row.put("mood", "happy");
    row.put("day", "2026-01-31");
    row.put("at", java.time.Instant.parse("2026-01-31T10:00:00Z"));
    row.put("n", new BigDecimal("1.50"));
    row.put("nothing", null);
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "a1",
                op -> {
                  op.execute(
                      "create type mood as enum ('happy'); create table t (id uuid, data jsonb, mood"
                          + " mood, day date, at timestamptz, n numeric(5,2), nothing int)");
                  op.bulkInsert("t", List.of(row));
                });

    runner(migrations).upgrade("head");

    assertThat(database.query("select data->>'a', mood, day, n, nothing from t"))
        .containsExactly(List.of("1", "happy", "2026-01-31", "1.50", "null"));
  }

  @Test
  void aDumpThatEmptiesTheSearchPathDisturbsNothing() {
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .sql(
                "a1",
                "select pg_catalog.set_config('search_path', '', false); set lock_timeout = 0;"
                    + " create table public.t (id int)",
                "")
            .sql("b2", "insert into t values (1)", "");

    runner(migrations).upgrade("head");

    assertThat(database.query("select * from t")).hasSize(1);
    assertThat(runner(migrations).current()).containsExactly("b2");
  }

  @Test
  void passesArgumentsToMigrations() {
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "a1",
                op ->
                    op.execute(
                        "create table t as select '"
                            + op.argument("tenant")
                            + "' as tenant, '"
                            + op.argument("region", "eu")
                            + "' as region"));

    assertThatThrownBy(() -> runner(migrations).upgrade("head"))
        .hasMessageContaining("pass -x tenant=VALUE");
    runner(migrations, RunSettings.DEFAULT.withArguments(Map.of("tenant", "acme"))).upgrade("head");
    assertThat(database.query("select * from t")).containsExactly(List.of("acme", "eu"));
  }

  /** Within {@code op.autocommit} as well, where no transaction takes the setting back. */
  @Test
  void whatFollowsWorkThatSetTheSearchPathIsWhereItBelongs() {
    database.execute("create schema elsewhere");
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "a1",
                op ->
                    op.autocommit(
                        o -> {
                          o.connection(
                              c -> c.createStatement().execute("set search_path = elsewhere"));
                          o.execute("create table t ()");
                        }));

    runner(migrations).upgrade("head");

    assertThat(database.queryValue("select to_regclass('public.t') is not null")).isEqualTo("t");
    assertThat(database.query("select from pg_class where relname = 't'")).hasSize(1);
  }
}
