package dev.autogen.run;

import static dev.autogen.migration.Definitions.bigint;
import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.integer;
import static dev.autogen.migration.Definitions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.UnknownRevision;
import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.migration.Migration;
import dev.autogen.run.RevisionStatus.Remark;
import dev.autogen.run.RevisionStatus.State;
import dev.autogen.schema.QualifiedName;
import dev.autogen.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationRunnerTest {

  private final TestDatabase database = TestDatabase.create();
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void drop() {
    database.close();
  }

  private MigrationRunner runner(MigrationSource migrations) {
    return runner(migrations, RunSettings.DEFAULT);
  }

  private MigrationRunner runner(MigrationSource migrations, RunSettings settings) {
    RunListener listener =
        new RunListener() {
          @Override
          public void warning(String message) {
            heard.add(message);
          }
        };
    return new MigrationRunner(
        database::connect, new PostgreSqlDialect(), migrations, settings.withListener(listener));
  }

  private static InMemoryMigrations twoTables() {
    return new InMemoryMigrations()
        .sql("a1", "create table t (id int)", "drop table t")
        .sql("b2", "create table u (id int); insert into u values (1)", "drop table u");
  }

  @Test
  void goesUpAndDown() {
    MigrationRunner runner = runner(twoTables());

    assertThat(runner.current()).isEmpty();
    assertThat(runner.upgrade("head").executed()).hasSize(2);
    assertThat(runner.current()).containsExactly("b2");
    assertThat(database.queryValue("select count(*) from u")).isEqualTo("1");
    assertThat(runner.upgrade("head").isEmpty()).isTrue();

    assertThat(runner.downgrade("-1").rows()).containsExactly("a1");
    assertThat(runner.downgrade("base").rows()).isEmpty();
    assertThat(database.query("select 1 from pg_class where relname in ('t', 'u')")).isEmpty();
    assertThat(runner.upgrade("a1").rows()).containsExactly("a1");
  }

  @Test
  void journalsWhatRanAndByWhom() {
    runner(twoTables()).upgrade("head");

    assertThat(
            database.query(
                "select revision, action, what, state, duration_ms >= 0, length(sha256), step,"
                    + " applied_by like '%@%' from autogen_journal order by id"))
        .containsExactly(
            List.of("a1", "upgrade", "db.M_a1", "done", "t", "64", "0", "t"),
            List.of("b2", "upgrade", "db.M_b2", "done", "t", "64", "0", "t"));
  }

  @Test
  void rollsAFailedRevisionBackAndSaysWhy() {
    InMemoryMigrations migrations =
        twoTables()
            .then(
                "c3",
                op -> {
                  op.createTable("v", column("id", bigint()));
                  op.execute("insert into u values (2);\ninsert into u\n  values (nothing)");
                });

    assertThatThrownBy(() -> runner(migrations).upgrade("head"))
        .isInstanceOf(MigrationFailed.class)
        .hasMessageContaining("Upgrade to revision c3 (message of c3) failed and was rolled back")
        .hasMessageContaining("insert into u\n    values (nothing)")
        .hasMessageContaining("ERROR: column \"nothing\" does not exist")
        .hasMessageContaining("LINE 2:   values (nothing)\n                  ^")
        .hasMessageContaining("Correct M_c3.java")
        .satisfies(e -> assertThat(((MigrationFailed) e).exit().code()).isEqualTo(3));
    assertThat(runner(migrations).current()).containsExactly("b2");
    assertThat(database.query("select * from u")).containsExactly(List.of("1"));
    assertThat(database.query("select 1 from pg_class where relname = 'v'")).isEmpty();
    assertThat(database.query("select 1 from autogen_journal where revision = 'c3'")).isEmpty();
  }

  @Test
  void aFailureOfTheMigrationItselfNamesItsPlace() {
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "a1",
                op -> {
                  op.execute("create table t ()");
                  throw new IllegalStateException("no luck");
                });

    assertThatThrownBy(() -> runner(migrations).upgrade("head"))
        .isInstanceOf(MigrationFailed.class)
        .hasMessageContaining("java.lang.IllegalStateException: no luck");
    assertThat(database.query("select 1 from pg_class where relname = 't'")).isEmpty();
  }

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
  void saysWhereAStatementBelongsThatCannotRunInATransaction() {
    InMemoryMigrations migrations = new InMemoryMigrations().sql("a1", "vacuum", "");

    assertThatThrownBy(() -> runner(migrations).upgrade("head"))
        .hasMessageContaining("VACUUM cannot run inside a transaction block")
        .hasMessageContaining("op.autocommit(o -> ...) in M_a1.java");
  }

  @Test
  void keepsItsTransactionFromSqlThatWouldEndIt() {
    InMemoryMigrations migrations =
        new InMemoryMigrations().sql("a1", "create table t (); -- x\n /* y */ commit", "");

    assertThatThrownBy(() -> runner(migrations).upgrade("head"))
        .hasMessageContaining("the statement COMMIT");
    assertThat(database.query("select 1 from pg_class where relname = 't'")).isEmpty();

    InMemoryMigrations own =
        new InMemoryMigrations().then("a1", op -> op.connection(c -> c.commit()));
    assertThatThrownBy(() -> runner(own).upgrade("head"))
        .hasMessageContaining("Connection.commit is the runner's");
    assertThat(runner(own).current()).isEmpty();
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
  void keepsItsTablesUnderAnotherNameInAnotherSchema() {
    database.execute("create schema \"Ops\"");
    RunSettings settings =
        RunSettings.DEFAULT.withVersionTable(new QualifiedName("Ops", "schema history"));

    runner(twoTables(), settings).upgrade("head");

    assertThat(database.query("select version from \"Ops\".\"schema history\""))
        .containsExactly(List.of("b2"));
    assertThat(database.queryValue("select count(*) from \"Ops\".\"schema history_journal\""))
        .isEqualTo("2");
    assertThat(runner(twoTables(), settings).current()).containsExactly("b2");
  }

  @Test
  void branchesAndMerges() {
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .add("a", List.of(), op -> {}, op -> {})
            .add("b", List.of("a"), op -> {}, op -> {})
            .add("c", List.of("a"), op -> {}, op -> {})
            .add("m", List.of("b", "c"), op -> {}, op -> {});
    MigrationRunner runner = runner(migrations);

    assertThat(runner.upgrade("b").rows()).containsExactly("b");
    assertThat(runner.upgrade("c").rows()).containsExactly("b", "c");
    assertThat(runner.upgrade("heads").rows()).containsExactly("m");
    assertThat(runner.downgrade("b").rows()).containsExactly("b", "c");
    assertThat(runner.downgrade("c@a").rows()).containsExactly("b");
    assertThat(runner.downgrade("base").rows()).isEmpty();
  }

  @Test
  void refusesToUndoBeforeTheFirstWhereOneCannotBeUndone() {
    InMemoryMigrations all = twoTables();
    runner(all).upgrade("head");
    MigrationSource irreversible =
        new MigrationSource() {
          @Override
          public RevisionGraph history() {
            return all.history();
          }

          @Override
          public Migration migration(RevisionScript script) {
            return script.id().equals("a1") ? op -> {} : all.migration(script);
          }

          @Override
          public Optional<String> sha256(RevisionScript script) {
            return all.sha256(script);
          }
        };

    assertThatThrownBy(() -> runner(irreversible).downgrade("base"))
        .isInstanceOf(IrreversibleMigration.class)
        .hasMessageContaining("revision a1 (message of a1) has no downgrade; nothing was undone");
    assertThat(runner(all).current()).containsExactly("b2");
  }

  @Test
  void stampsAndPurges() {
    MigrationRunner runner = runner(twoTables());

    assertThat(runner.stamp(List.of("head"), false).rows()).containsExactly("b2");
    assertThat(runner.upgrade("head").isEmpty()).isTrue();
    assertThat(runner.stamp(List.of("base"), false).rows()).isEmpty();

    database.execute("insert into autogen_version values ('gone')");
    assertThatThrownBy(() -> runner.stamp(List.of("a1"), false))
        .isInstanceOf(UnknownRevision.class);
    assertThat(runner.stamp(List.of("a1"), true).rows()).containsExactly("a1");
  }

  @Test
  void anOlderApplicationSaysSoAndMayGoOn() {
    runner(twoTables()).upgrade("head");
    InMemoryMigrations older =
        new InMemoryMigrations().sql("a1", "create table t (id int)", "drop table t");

    assertThatThrownBy(() -> runner(older).upgrade("head"))
        .isInstanceOf(UnknownRevision.class)
        .hasMessageContaining("Can't locate revision identified by 'b2'");

    RunSettings tolerant = RunSettings.DEFAULT.withAllowNewerDatabase(true);
    assertThat(runner(older, tolerant).upgrade("head").rows()).containsExactly("b2");
    assertThat(heard).singleElement().asString().contains("upgraded by a newer version");
  }

  @Test
  void reportsEditedMissingAndSplicedRevisions() {
    InMemoryMigrations migrations = twoTables();
    runner(migrations).upgrade("head");
    migrations.edit("a1", "\uFEFFsource of a1\r\n");
    assertThat(runner(migrations).status()).allMatch(status -> status.remarks().isEmpty());

    migrations.edit("a1", "source of a1, changed").sql("c3", "create table w ()", "");
    List<RevisionStatus> status = runner(migrations).status();
    assertThat(status).extracting(RevisionStatus::id).containsExactly("a1", "b2", "c3");
    assertThat(status)
        .extracting(RevisionStatus::state)
        .containsExactly(State.APPLIED, State.APPLIED, State.PENDING);
    assertThat(status.get(0).remarks()).containsExactly(Remark.EDITED);
    assertThat(status.get(0).appliedAt()).isPresent();
    assertThat(status.get(1).head()).isTrue();

    runner(migrations).upgrade("head");
    assertThat(heard).singleElement().asString().contains("a1 was edited after it was applied");
    runner(migrations).repair("a1", recorded -> {});
    assertThat(runner(migrations).status().get(0).remarks()).isEmpty();

    InMemoryMigrations spliced =
        new InMemoryMigrations()
            .sql("a1", "", "")
            .sql("ab", "", "")
            .add("c3", List.of("ab"), op -> {}, op -> {});
    List<RevisionStatus> after = runner(spliced).status();
    assertThat(after).extracting(RevisionStatus::id).containsExactly("a1", "ab", "c3", "b2");
    assertThat(after.get(1).remarks()).containsExactly(Remark.OUT_OF_ORDER);
    assertThat(after.get(3).remarks()).containsExactly(Remark.MISSING);
  }

  @Test
  void whatAStampCoveredIsNotOutOfOrderAfterItsHeadRanAgain() {
    MigrationRunner runner = runner(twoTables());
    database.execute("create table t (id int)", "create table u (id int)");
    runner.stamp(List.of("head"), false);
    runner.downgrade("-1");
    runner.upgrade("head");

    assertThat(runner.status()).allMatch(status -> status.remarks().isEmpty());
    assertThat(heard).isEmpty();
  }

  @Test
  void refusesADatabaseThatCannotBeWritten() {
    database.execute(
        "alter database " + database.name() + " set default_transaction_read_only = on");

    assertThatThrownBy(() -> runner(twoTables()).upgrade("head"))
        .hasMessageContaining("the database cannot be changed: its transactions are read-only");
    assertThat(runner(twoTables()).current()).isEmpty();
    assertThat(runner(twoTables()).status()).hasSize(2);
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

  @Test
  void showsNoArgumentOfTheCommandLine() {
    InMemoryMigrations migrations =
        new InMemoryMigrations().sql("a1", "create rolle x password 'hunter22'", "");
    RunSettings settings = RunSettings.DEFAULT.withArguments(Map.of("password", "hunter22"));

    assertThatThrownBy(() -> runner(migrations, settings).upgrade("head"))
        .hasMessageContaining("create rolle x password '***'")
        .hasMessageNotContaining("hunter22");
  }

  @Test
  void leavesThePoolsConnectionAsItWas() throws Exception {
    try (Connection pooled = database.connect()) {
      Connection lent =
          (Connection)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (proxy, method, arguments) ->
                      method.getName().equals("close") ? null : method.invoke(pooled, arguments));
      Iterator<Connection> pool = List.of(lent, database.connect()).iterator();
      new MigrationRunner(pool::next, new PostgreSqlDialect(), twoTables(), RunSettings.DEFAULT)
          .upgrade("head");

      assertThat(pooled.getAutoCommit()).isTrue();
      try (ResultSet row = pooled.createStatement().executeQuery("show lock_timeout")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("0");
      }
    }
  }

  @Test
  void readsWithoutCreatingAnything() {
    MigrationRunner runner = runner(twoTables());
    runner.current();
    runner.status();
    runner.planner();

    assertThat(database.query("select 1 from pg_class where relname like 'autogen%'")).isEmpty();
    assertThat(Set.copyOf(runner.planner().pending())).hasSize(2);
  }
}
