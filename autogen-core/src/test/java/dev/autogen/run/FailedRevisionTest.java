package dev.autogen.run;

import static dev.autogen.migration.Definitions.bigint;
import static dev.autogen.migration.Definitions.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said and left when a revision fails, or may not run. */
class FailedRevisionTest extends RunnerFixture {
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
  void refusesADatabaseThatCannotBeWritten() {
    database.execute(
        "alter database " + database.name() + " set default_transaction_read_only = on");

    assertThatThrownBy(() -> runner(twoTables()).upgrade("head"))
        .hasMessageContaining("the database cannot be changed: its transactions are read-only");
    assertThat(runner(twoTables()).current()).isEmpty();
    assertThat(runner(twoTables()).status()).hasSize(2);
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
}
