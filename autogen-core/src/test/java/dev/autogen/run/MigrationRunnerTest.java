package dev.autogen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.UnknownRevision;
import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.migration.Migration;
import dev.autogen.schema.QualifiedName;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Upgrades, downgrades, branches and stamps. */
class MigrationRunnerTest extends RunnerFixture {
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
  void readsWithoutCreatingAnything() {
    MigrationRunner runner = runner(twoTables());
    runner.current();
    runner.status();
    runner.planner();

    assertThat(database.query("select 1 from pg_class where relname like 'autogen%'")).isEmpty();
    assertThat(Set.copyOf(runner.planner().pending())).hasSize(2);
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
}
