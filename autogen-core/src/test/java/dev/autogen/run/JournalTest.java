package dev.autogen.run;

import static dev.autogen.migration.Definitions.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.run.RevisionStatus.Remark;
import dev.autogen.run.RevisionStatus.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the journal keeps of revisions and their steps, and what it forgets. */
class JournalTest extends RunnerFixture {

  private static final String ENTRIES =
      "select revision, action, state, parent is null, step from autogen_journal order by id";

  /** A revision that is interrupted after its first step, until there is the table "missing". */
  private static InMemoryMigrations interrupted(String firstStep) {
    return new InMemoryMigrations()
        .sql("a1", "create table t (n int)", "drop table t")
        .then(
            "b2",
            op -> {
              op.autocommit(o -> o.execute(firstStep));
              op.execute("insert into missing values (1)");
            },
            op -> {});
  }

  /** The numbers of a sequence stay taken when a transaction is rolled back. */
  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  void whatMetAnotherTransactionIsTriedAgain(String state) {
    database.execute("create sequence tries");
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .sql(
                "a1",
                "do $$ begin if nextval('tries') < 3 then raise sqlstate '"
                    + state
                    + "'; end if; end $$",
                "");

    runner(migrations).upgrade("head");

    assertThat(database.queryValue("select last_value from tries")).isEqualTo("3");
    assertThat(database.query(ENTRIES)).containsExactly(List.of("a1", "upgrade", "done", "t", "0"));
  }

  @Test
  void aStepThatReadsOtherwiseThanWhenItRanIsRefused() {
    assertThatThrownBy(() -> runner(interrupted("insert into t values (1)")).upgrade("head"))
        .isInstanceOf(MigrationFailed.class);
    database.execute("create table missing (n int)");

    assertThatThrownBy(() -> runner(interrupted("insert into t values (2)")).upgrade("head"))
        .hasMessageContaining("the interrupted run had come to step 1")
        .hasMessageContaining("put the migration back to what it was");
    assertThat(database.query("select n from t")).containsExactly(List.of("1"));

    runner(interrupted("insert into t values (1)")).upgrade("head");
    assertThat(database.query("select n from t")).containsExactly(List.of("1"));
  }

  @Test
  void aStepThatIsNoLongerThereIsMissed() {
    InMemoryMigrations two =
        new InMemoryMigrations()
            .then(
                "a1",
                op -> {
                  op.autocommit(o -> o.execute("create table t ()"));
                  op.autocommit(o -> o.execute("create table u ()"));
                  op.execute("insert into missing values (1)");
                });
    assertThatThrownBy(() -> runner(two).upgrade("head")).isInstanceOf(MigrationFailed.class);

    InMemoryMigrations one =
        new InMemoryMigrations()
            .then("a1", op -> op.autocommit(o -> o.execute("create table t ()")));

    assertThatThrownBy(() -> runner(one).upgrade("head"))
        .hasMessageContaining("the interrupted run had committed step 2")
        .hasMessageContaining("to which the migration no longer comes");
    assertThat(runner(one).current()).isEmpty();
  }

  @Test
  void aRowThatSomebodyElseMovesIsMissed() {
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .sql("a1", "create table t ()", "")
            .then(
                "b2",
                op -> {
                  database.execute("update autogen_version set version = 'elsewhere'");
                  op.execute("create table u ()");
                });

    assertThatThrownBy(() -> runner(migrations).upgrade("head"))
        .hasMessageContaining("no longer has the row a1: somebody else moves the database");
    assertThat(database.query("select 1 from pg_class where relname = 'u'")).isEmpty();
  }

  @Test
  void aRefusedStepCanBeCorrected() {
    database.execute("create table t (n int)", "insert into t values (1), (1)");
    InMemoryMigrations refused =
        new InMemoryMigrations()
            .then(
                "a1",
                op ->
                    op.autocommit(o -> o.createIndexConcurrently("t", index("t_n", "n").unique())));
    assertThatThrownBy(() -> runner(refused).upgrade("head")).isInstanceOf(MigrationFailed.class);
    assertThat(database.query("select 1 from autogen_journal where parent is not null")).isEmpty();

    InMemoryMigrations corrected =
        new InMemoryMigrations()
            .then(
                "a1", op -> op.autocommit(o -> o.createIndexConcurrently("t", index("t_n", "n"))));
    runner(corrected).upgrade("head");

    assertThat(database.query(ENTRIES)).containsExactly(List.of("a1", "upgrade", "done", "t", "0"));
  }

  @Test
  void theChecksumOfADowngradedRevisionIsForgotten() {
    InMemoryMigrations migrations = twoTables();
    runner(migrations).upgrade("head");
    runner(migrations).downgrade("base");
    migrations.edit("a1", "another source of a1");

    runner(migrations).stamp(List.of("head"), false);

    assertThat(runner(migrations).status())
        .allMatch(status -> status.state() == State.APPLIED && status.remarks().isEmpty());
  }

  @Test
  void aStampForgetsWhatWasInterruptedAndNothingElse() {
    InMemoryMigrations migrations = interrupted("insert into t values (1)");
    assertThatThrownBy(() -> runner(migrations).upgrade("head"))
        .isInstanceOf(MigrationFailed.class);
    assertThat(database.query(ENTRIES))
        .containsExactly(
            List.of("a1", "upgrade", "done", "t", "0"),
            List.of("b2", "upgrade", "started", "t", "0"),
            List.of("b2", "upgrade", "done", "f", "1"));

    runner(migrations).stamp(List.of("head"), false);

    assertThat(database.query(ENTRIES))
        .containsExactly(
            List.of("a1", "upgrade", "done", "t", "0"), List.of("b2", "stamp", "done", "t", "0"));
    assertThat(runner(migrations).status())
        .extracting(RevisionStatus::state)
        .containsExactly(State.APPLIED, State.APPLIED);
  }

  /** A stamp says that what there was then has been applied, not what is slipped in below it. */
  @Test
  void aRevisionThatIsWrittenAfterAStampIsOutOfOrder() {
    runner(twoTables()).stamp(List.of("head"), false);

    InMemoryMigrations spliced =
        new InMemoryMigrations()
            .sql("a1", "", "")
            .sql("ab", "", "")
            .created("ab", "2999-01-01T00:00:00Z")
            .sql("b2", "", "");
    List<RevisionStatus> status = runner(spliced).status();

    assertThat(status).extracting(RevisionStatus::id).containsExactly("a1", "ab", "b2");
    assertThat(status.get(0).remarks()).isEmpty();
    assertThat(status.get(1).remarks()).containsExactly(Remark.OUT_OF_ORDER);
  }

  /** What it reads it reads once more, for the variables of the migration; it writes nothing. */
  @Test
  void committedWorkThatIsReadAgainWritesNothing() {
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "a1",
                op -> {
                  op.autocommit(
                      o ->
                          o.connection(
                              c -> c.createStatement().execute("select nextval('numbers')")));
                  op.execute("insert into missing values (1)");
                });
    database.execute("create sequence numbers");
    assertThatThrownBy(() -> runner(migrations).upgrade("head"))
        .isInstanceOf(MigrationFailed.class);
    database.execute("create table missing (n int)");

    runner(migrations).upgrade("head");

    assertThat(database.queryValue("select last_value from numbers")).isEqualTo("1");
  }

  @Test
  void aStampIsAnEntryForEachHeadWithTheChecksumOfItsSource() {
    InMemoryMigrations migrations = twoTables().add("c3", List.of("a1"), op -> {}, op -> {});
    MigrationRunner runner = runner(migrations);

    runner.stamp(List.of("heads"), false);

    String entries =
        "select revision, action, what, state, duration_ms, applied_by like '%@%'"
            + " from autogen_journal order by id";
    assertThat(database.query(entries))
        .containsExactlyInAnyOrder(
            List.of("b2", "stamp", "db.M_b2", "done", "0", "t"),
            List.of("c3", "stamp", "db.M_c3", "done", "0", "t"));
    migrations.edit("b2", "another source of b2");
    assertThat(runner.status())
        .filteredOn(status -> !status.remarks().isEmpty())
        .extracting(RevisionStatus::id)
        .containsExactly("b2");

    runner.stamp(List.of("base"), false);
    assertThat(database.query(entries)).hasSize(2);
    assertThat(runner.status()).allMatch(status -> status.state() == State.PENDING);

    database.execute("insert into autogen_version values ('gone')");
    runner.stamp(List.of("a1"), true);
    assertThat(database.query("select version from autogen_version"))
        .containsExactly(List.of("a1"));
    assertThat(database.query(entries).get(2))
        .containsExactly("a1", "stamp", "db.M_a1", "done", "0", "t");
  }
}
