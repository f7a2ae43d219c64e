package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.Polling;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes of {@code autogen upgrade head} that meet on one database: five, or twenty with {@code
 * -Dautogen.test.sweep=all}.
 */
class RacingRunnersTest {

  private static final int PROCESSES =
      "all".equals(System.getProperty("autogen.test.sweep")) ? 20 : 5;
  private static final int REVISIONS = 50;
  private static final Pattern APPLIED = Pattern.compile("(?m)^upgrade \\S+ -> (\\S+),");

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  private TestProject project() {
    TestProject project = TestProject.at(directory, database.url());
    project.migration("r0", "", "op.execute(\"create table log (n int)\");");
    for (int i = 1; i < REVISIONS; i++) {
      project.migration(
          "r" + i, "r" + (i - 1), "op.execute(\"insert into log values (" + i + ")\");");
    }
    return project;
  }

  @Test
  void allThatStartAtOnceApplyEachRevisionOnceAndAllSucceed() throws Exception {
    TestProject project = project();
    List<CommandProcess> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(CommandProcess.start(project, "upgrade", "head"));
    }

    List<String> applied = new ArrayList<>();
    for (CommandProcess process : processes) {
      Result result = process.result();
      assertThat(result.code()).as(result.err()).isZero();
      APPLIED.matcher(result.out()).results().forEach(match -> applied.add(match.group(1)));
    }

    assertThat(applied).hasSize(REVISIONS).doesNotHaveDuplicates();
    assertThat(database.queryValue("select count(*) || ' ' || count(distinct n) from log"))
        .isEqualTo((REVISIONS - 1) + " " + (REVISIONS - 1));
    assertThat(
            database.queryValue(
                "select count(*) || ' ' || count(distinct revision) from autogen_journal"))
        .isEqualTo(REVISIONS + " " + REVISIONS);
    assertThat(database.queryValue("select version from autogen_version")).isEqualTo("r49");
  }

  @Test
  void oneThatWaitsForLessThanTheOtherTakesSaysWhoHoldsTheLock() throws Exception {
    TestProject project = project();
    project.run("upgrade", "r1");
    try (Connection reader = database.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("lock table log");
      CommandProcess holder = CommandProcess.start(project, "upgrade", "head");
      awaitRunner(holder);
      project.write(
          "autogen.toml",
          "[database]\nurl = \"" + database.url() + "\"\n[runner]\nlock-wait = \"300ms\"\n");

      Result second = CommandProcess.start(project, "upgrade", "head").result();

      assertThat(second.code()).isEqualTo(3);
      assertThat(second.err())
          .containsPattern(
              "another runner is at work on the database: pid \\d+, application autogen, user"
                  + " postgres, from \\S+, connected for \\d+ (ms|s); waited 300 ms")
          .doesNotContain("\tat ");
      reader.rollback();
      Result first = holder.result();
      assertThat(first.code()).as(first.err()).isZero();
    }
    assertThat(database.queryValue("select count(*) || ' ' || count(distinct n) from log"))
        .isEqualTo((REVISIONS - 1) + " " + (REVISIONS - 1));
  }

  /** Until the runner waits for the table, which it does under its own lock. */
  private void awaitRunner(CommandProcess holder) {
    while (holder.process().isAlive()
        && database
            .query("select from pg_locks where not granted and relation = 'log'::regclass")
            .isEmpty()) {
      Polling.pause();
    }
  }
}
