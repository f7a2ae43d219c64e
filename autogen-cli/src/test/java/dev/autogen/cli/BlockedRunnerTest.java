package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.Polling;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process of {@code autogen upgrade head} while another session holds a lock. */
class BlockedRunnerTest {

  private static final String ALTER = "op.execute(\"alter table t add column n int\");";
  private static final String INDEX =
      "op.autocommit(o -> o.createIndexConcurrently(\"t\", Definitions.index(\"t_id\", \"id\")));";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @BeforeEach
  void table() {
    database.execute("create table t (id int)");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private TestProject project(String retryFor, String upgrade) {
    return new TestProject(directory)
        .write(
            "autogen.toml",
            """
            [database]
            url = "%s"
            [runner]
            lock-timeout = "300ms"
            retry-for = "%s"
            """
                .formatted(database.url(), retryFor))
        .migration("aaa1", "", upgrade);
  }

  /** A session of the application's that has read, or written, and not committed. */
  private Connection blocker(String sql) throws SQLException {
    Connection blocker = database.connect();
    try (Statement statement = blocker.createStatement()) {
      statement.execute("set application_name = 'nightly report'");
      blocker.setAutoCommit(false);
      statement.execute(sql);
    }
    return blocker;
  }

  @ParameterizedTest
  @ValueSource(strings = {ALTER, INDEX})
  void succeedsOnceTheLockIsReleased(String upgrade) throws Exception {
    TestProject project = project("1m", upgrade);
    try (Connection blocker = blocker("insert into t values (1)")) {
      CommandProcess process = CommandProcess.start(project, "upgrade", "head");
      awaitWaiting(process);
      blocker.commit();
      Result result = process.result();

      assertThat(result.code()).as(result.err()).isZero();
    }
    assertThat(database.queryValue("select version from autogen_version")).isEqualTo("aaa1");
    assertThat(database.query("select from pg_index where not indisvalid")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {ALTER, INDEX})
  void givesUpWithTheBlockersPidNameAndAge(String upgrade) throws Exception {
    TestProject project = project("1s", upgrade);
    try (Connection blocker = blocker("insert into t values (1)")) {
      Result result = CommandProcess.start(project, "upgrade", "head").result();

      assertThat(result.code()).as(result.err()).isEqualTo(3);
      assertThat(result.err())
          .containsPattern(
              "It waited too long for a lock, held by pid \\d+, application nightly report, user"
                  + " postgres, idle in transaction, its transaction open for \\d+ (ms|s)")
          .contains("Run 'autogen upgrade' again when that session is done.");
      if (upgrade.equals(INDEX)) {
        assertThat(result.err()).contains("an invalid index, could not be taken away");
      }
      blocker.rollback();
    }
    assertThat(database.query("select from autogen_version")).isEmpty();
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(database.query("select from pg_index where not indisvalid")).isEmpty();
  }

  /** A statement in the queue for a lock lets nobody pass; it leaves the queue after a while. */
  @Test
  void readersWaitNoLongerThanTheTimeout() throws Exception {
    TestProject project = project("1m", ALTER);
    try (Connection blocker = blocker("select * from t");
        Connection reader = database.connect();
        Statement statement = reader.createStatement()) {
      CommandProcess process = CommandProcess.start(project, "upgrade", "head");
      awaitWaiting(process);
      // Longer than the runner's timeout by what a busy machine may take, far from for ever.
      statement.execute("set lock_timeout = '20s'");

      CompletableFuture<Boolean> read =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return statement.execute("select count(*) from t");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });

      assertThat(read.get()).isTrue();
      assertThat(process.process().isAlive()).isTrue();
      blocker.rollback();
      assertThat(process.result().code()).isZero();
    }
  }

  private void awaitWaiting(CommandProcess process) {
    while (process.process().isAlive()
        && database.query("select from pg_locks where not granted").isEmpty()) {
      Polling.pause();
    }
  }
}
