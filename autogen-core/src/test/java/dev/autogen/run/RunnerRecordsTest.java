package dev.autogen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.history.SourceChecksum;
import dev.autogen.history.UnknownRevision;
import dev.autogen.run.RevisionStatus.Remark;
import dev.autogen.run.RevisionStatus.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a database is told of what ran, and what it tells of files that changed since. */
class RunnerRecordsTest extends RunnerFixture {
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
  void checksumsOfAFormerFormulaStayValidAndAreRenewed() {
    InMemoryMigrations migrations = twoTables();
    runner(migrations).upgrade("head");
    String former = SourceChecksum.ofText("source of a1");
    database.execute("update autogen_journal set sha256 = '" + former + "' where revision = 'a1'");
    database.execute("update autogen_journal set sha256 = '" + former + "' where revision = 'b2'");

    List<RevisionStatus> status = runner(migrations).status();
    assertThat(status.get(0).remarks()).isEmpty();
    assertThat(status.get(1).remarks()).containsExactly(Remark.EDITED);
    assertThat(checksum("a1")).isEqualTo(former);

    runner(migrations).upgrade("head");

    assertThat(checksum("a1")).isEqualTo(SourceChecksum.of("source of a1"));
    assertThat(checksum("b2")).isEqualTo(former);
    migrations.edit("a1", "/* Licence */ source   of a1");
    assertThat(runner(migrations).status().get(0).remarks()).isEmpty();
  }

  @Test
  void checksumsOfAFormerFormulaAreRenewedWhileOthersRun() {
    InMemoryMigrations migrations = twoTables();
    runner(migrations).upgrade("head");
    String former = SourceChecksum.ofText("source of a1");
    database.execute("update autogen_journal set sha256 = '" + former + "' where revision = 'a1'");

    runner(migrations.sql("c3", "create table w ()", "")).upgrade("head");

    assertThat(checksum("a1")).isEqualTo(SourceChecksum.of("source of a1"));
  }

  @Test
  void whoMayNotWriteTheJournalLeavesFormerChecksums() {
    InMemoryMigrations migrations = twoTables();
    runner(migrations).upgrade("head");
    String former = SourceChecksum.ofText("source of a1");
    database.execute(
        "update autogen_journal set sha256 = '" + former + "' where revision = 'a1'",
        "create function refuse() returns trigger language plpgsql as"
            + " 'begin raise exception ''no''; end'",
        "create trigger refuse before update on autogen_journal execute function refuse()");

    assertThat(runner(migrations).upgrade("head").isEmpty()).isTrue();
    assertThat(checksum("a1")).isEqualTo(former);
  }

  private String checksum(String revision) {
    return database.queryValue(
        "select sha256 from autogen_journal where revision = '" + revision + "'");
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
}
