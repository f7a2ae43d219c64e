package dev.autogen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.history.SquashedRevision;
import dev.autogen.history.Step;
import dev.autogen.run.RevisionStatus.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases at every revision of a history, and past it, after some were squashed into one. */
class SquashedHistoryTest extends RunnerFixture {

  /** Each revision makes a table of its name. */
  private static InMemoryMigrations before() {
    return new InMemoryMigrations()
        .sql("a1", "create table a1 ()", "drop table a1")
        .sql("b2", "create table b2 ()", "drop table b2")
        .sql("c3", "create table c3 ()", "drop table c3")
        .sql("d4", "create table d4 ()", "drop table d4")
        .sql("e5", "create table e5 ()", "drop table e5");
  }

  /** With b2, c3 and d4 squashed. */
  private static InMemoryMigrations squashed() {
    return before()
        .squash(
            "s9",
            List.of("a1"),
            List.of("b2", "c3", "d4"),
            "create table b2 (); create table c3 (); create table d4 ()",
            "drop table b2, c3, d4");
  }

  private List<String> ran() {
    return database
        .query("select action || ' ' || revision from autogen_journal order by id")
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  private String tables() {
    return database.queryValue(
        "select coalesce(string_agg(relname, ' ' order by relname), '') from pg_class"
            + " where relname ~ '^[a-e]\\d$'");
  }

  @Test
  void aNewDatabaseRunsTheSquashAlone() {
    MigrationRunner runner = runner(squashed());

    assertThat(runner.upgrade("head").rows()).containsExactly("e5");

    assertThat(ran()).containsExactly("upgrade a1", "upgrade s9", "upgrade e5");
    assertThat(tables()).isEqualTo("a1 b2 c3 d4 e5");
    assertThat(runner.status()).extracting(RevisionStatus::id).containsExactly("a1", "s9", "e5");
    assertThat(runner.status()).allMatch(each -> each.remarks().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "base, 'a1 s9 e5'",
    "a1, 's9 e5'",
    "b2, 'c3 d4 e5'",
    "c3, 'd4 e5'",
    "d4, e5",
    "e5, ''"
  })
  void aDatabaseAnywhereGoesOn(String at, String rest) {
    if (!at.equals("base")) {
      runner(before()).upgrade(at);
    }
    MigrationRunner runner = runner(squashed());

    List<String> executed =
        runner.upgrade("head").executed().stream().map(each -> each.step().script().id()).toList();

    assertThat(String.join(" ", executed)).isEqualTo(rest);
    assertThat(runner.current()).containsExactly("e5");
    assertThat(tables()).isEqualTo("a1 b2 c3 d4 e5");
    assertThat(runner.status()).extracting(RevisionStatus::id).containsExactly("a1", "s9", "e5");
    assertThat(runner.status()).allMatch(each -> each.state() == State.APPLIED);
    assertThat(runner.status()).allMatch(each -> each.remarks().isEmpty());
    assertThat(runner.status()).allMatch(each -> each.appliedAt().isPresent());
    assertThat(heard).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a1", "b2", "c3", "d4", "s9", "e5"})
  void aDatabaseAnywhereGoesBackToTheBase(String at) {
    runner(squashed()).upgrade(at);
    MigrationRunner runner = runner(squashed());

    assertThat(runner.downgrade("base").rows()).isEmpty();

    assertThat(tables()).isEmpty();
    assertThat(database.query("select * from autogen_version")).isEmpty();
  }

  @Test
  void replacedRevisionsAreStillNamed() {
    MigrationRunner runner = runner(squashed());
    runner.upgrade("head");

    assertThat(runner.downgrade("c3").rows()).containsExactly("c3");
    assertThat(tables()).isEqualTo("a1 b2 c3");
    assertThat(runner.status())
        .extracting(RevisionStatus::id)
        .containsExactly("a1", "b2", "c3", "d4", "e5");
    assertThat(runner.status()).allMatch(each -> each.remarks().isEmpty());
    assertThat(runner.upgrade("+1").rows()).containsExactly("d4");
    assertThat(runner.upgrade("+1").rows()).containsExactly("e5");
    assertThat(runner.downgrade("-1").rows()).containsExactly("s9");
    assertThat(runner.stamp(List.of("b2"), false).rows()).containsExactly("b2");
  }

  /** What is seen is meant before what a squash hides. */
  @Test
  void thePrefixOfARevisionThatIsSeenOpensNoSquash() {
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .add("ab1", List.of(), op -> {}, op -> {})
            .add("cd2", List.of("ab1"), op -> {}, op -> {})
            .squash("s9", List.of(), List.of("ab1", "cd2"), "", "")
            .add("ab3", List.of("cd2"), op -> {}, op -> {});

    assertThat(runner(migrations).planner().naming("ab").symbols().one("ab").id()).isEqualTo("ab3");
    assertThat(runner(migrations).plan(Step.Direction.UPGRADE, "ab"))
        .extracting(step -> step.script().id())
        .containsExactly("s9", "ab3");
  }

  @ParameterizedTest
  @CsvSource({"base, true", "a1, true", "b2, false", "c3, false", "d4, true", "e5, true"})
  void withoutTheOldFilesADatabaseAmidstThemIsTold(String at, boolean goesOn) {
    if (!at.equals("base")) {
      runner(before()).upgrade(at);
    }
    String there = tables();
    MigrationRunner runner = runner(squashed().without("b2", "c3", "d4"));

    if (goesOn) {
      assertThat(runner.upgrade("head").rows()).containsExactly("e5");
      assertThat(tables()).isEqualTo("a1 b2 c3 d4 e5");
      assertThat(runner.status()).allMatch(each -> each.remarks().isEmpty());
    } else {
      assertThatThrownBy(() -> runner.upgrade("head"))
          .isInstanceOf(SquashedRevision.class)
          .hasMessageContaining("the database is at revision " + at + ", which the squash s9")
          .hasMessageContaining("b2, c3, d4 are gone. Restore what was deleted");
      assertThat(tables()).isEqualTo(there);
    }
  }

  @Test
  void aSquashDoesNotTakeOverFromARevisionThatWasInterrupted() {
    InMemoryMigrations broken =
        new InMemoryMigrations()
            .then(
                "a1",
                op -> {
                  op.execute("create table a1 ()");
                  op.autocommit(o -> o.execute("vacuum a1"));
                  op.execute("nonsense");
                });
    assertThatThrownBy(() -> runner(broken).upgrade("head"));
    InMemoryMigrations corrected =
        new InMemoryMigrations()
            .then(
                "a1",
                op -> {
                  op.execute("create table a1 ()");
                  op.autocommit(o -> o.execute("vacuum a1"));
                })
            .squash("s9", List.of(), List.of("a1"), "create table a1 ()", "drop table a1");

    assertThat(runner(corrected).upgrade("head").rows()).containsExactly("a1");
    assertThat(runner(corrected).status()).extracting(RevisionStatus::id).containsExactly("s9");
  }

  @ParameterizedTest
  @CsvSource({"a1, 'b2 c3 d4 e5'", "b2, 'c3 d4 e5'", "d4, e5", "s9, e5", "x1, ''", "base, x1"})
  void aSquashMayBeSquashed(String at, String rest) {
    InMemoryMigrations twice =
        squashed()
            .squash(
                "x1",
                List.of(),
                List.of("a1", "b2", "c3", "d4", "s9", "e5"),
                "create table a1 (); create table b2 (); create table c3 (); create table d4 ();"
                    + " create table e5 ()",
                "drop table a1, b2, c3, d4, e5");
    if (!at.equals("base")) {
      runner(at.equals("x1") ? twice : squashed()).upgrade(at);
    }

    List<String> executed =
        runner(twice).upgrade("head").executed().stream()
            .map(each -> each.step().script().id())
            .toList();

    assertThat(String.join(" ", executed)).isEqualTo(at.equals("a1") ? "s9 e5" : rest);
    assertThat(tables()).isEqualTo("a1 b2 c3 d4 e5");
    assertThat(runner(twice).status()).hasSize(1).allMatch(each -> each.state() == State.APPLIED);
  }
}
