package dev.autogen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.dialect.LockHeld;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.dialect.postgresql.PostgreSqlRunnerLock;
import dev.autogen.testing.Polling;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/** Several sessions on one database. */
class ConcurrentRunnersTest {

  private TestDatabase database = TestDatabase.create();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void drop() {
    threads.shutdownNow();
    database.close();
  }

  private static InMemoryMigrations fifty() {
    InMemoryMigrations migrations = new InMemoryMigrations();
    migrations.sql("r0", "create table log (n int)", "drop table log");
    for (int i = 1; i < 50; i++) {
      migrations.sql("r" + i, "insert into log values (" + i + ")", "");
    }
    return migrations;
  }

  private MigrationRunner runner(MigrationSource migrations, RunSettings settings) {
    return new MigrationRunner(database::connect, new PostgreSqlDialect(), migrations, settings);
  }

  @Test
  void tenThatStartAtOnceApplyEachRevisionOnce() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> runs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Callable<Integer> run =
          () -> {
            start.await();
            return runner(fifty(), RunSettings.DEFAULT).upgrade("head").executed().size();
          };
      runs.add(threads.submit(run));
    }
    start.countDown();

    int executed = 0;
    for (Future<Integer> run : runs) {
      executed += run.get(60, TimeUnit.SECONDS);
    }
    assertThat(executed).isEqualTo(50);
    assertThat(database.queryValue("select count(*) || ' ' || count(distinct n) from log"))
        .isEqualTo("49 49");
    assertThat(database.queryValue("select count(*) from autogen_journal")).isEqualTo("50");
  }

  @ParameterizedTest
  @EnumSource
  void aBoundedWaitEndsWithTheNameOfTheHolder(PostgreSqlVersion version) throws SQLException {
    database.close();
    database = TestDatabase.create(version);
    PostgreSqlRunnerLock lock = new PostgreSqlRunnerLock();
    try (Connection one = database.connect();
        Connection two = database.connect()) {
      one.createStatement().execute("set application_name = 'shop deployment'");
      RunnerLock.Handle held = lock.acquire(one, "public.autogen_version", Duration.ZERO);

      assertThat(held.isHeld()).isTrue();
      assertThatThrownBy(() -> lock.acquire(two, "public.autogen_version", Duration.ofMillis(200)))
          .isInstanceOf(LockHeld.class)
          .hasMessageContaining("another runner is at work on the database: pid ")
          .hasMessageContaining("application shop deployment")
          .hasMessageContaining("waited 200 ms");
      lock.acquire(two, "other.autogen_version", Duration.ZERO).close();

      held.close();
      lock.acquire(two, "public.autogen_version", Duration.ZERO).close();
    }
  }

  @Test
  void aLockEndsWithItsConnection() throws Exception {
    PostgreSqlRunnerLock lock = new PostgreSqlRunnerLock();
    try (Connection one = database.connect();
        Connection two = database.connect()) {
      RunnerLock.Handle held = lock.acquire(one, "v", Duration.ZERO);
      int pid = one.unwrap(PGConnection.class).getBackendPID();
      two.createStatement().execute("select pg_terminate_backend(" + pid + ", 5000)");

      long deadline = System.nanoTime() + 10_000_000_000L;
      while (held.isHeld() && System.nanoTime() < deadline) {
        Polling.pause();
      }
      assertThat(held.isHeld()).isFalse();
      lock.acquire(two, "v", Duration.ofSeconds(5)).close();
    }
  }

  @Test
  void triesAgainUntilAnotherSessionReleasesItsLock() throws Exception {
    database.execute("create table t (id int)");
    List<String> waits = new CopyOnWriteArrayList<>();
    try (Connection blocker = database.connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("select * from t");
      RunListener listener =
          new RunListener() {
            @Override
            public void waiting(String reason) {
              waits.add(reason);
              if (reason.contains("trying again")) {
                try {
                  blocker.commit();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              }
            }
          };
      RunSettings settings =
          RunSettings.DEFAULT
              .withLockTimeout(Duration.ofMillis(300), Duration.ofSeconds(20))
              .withListener(listener);
      InMemoryMigrations migrations =
          new InMemoryMigrations().sql("a1", "alter table t add column n int", "");

      runner(migrations, settings).upgrade("head");
    }
    assertThat(waits).anyMatch(wait -> wait.contains("a lock was not granted within 300 ms"));
    assertThat(database.queryValue("select count(*) from autogen_journal")).isEqualTo("1");
  }

  @Test
  void givesUpWithTheBlockersNameAndAge() throws Exception {
    database.execute("create table t (id int)");
    try (Connection blocker = database.connect();
        Statement statement = blocker.createStatement()) {
      statement.execute("set application_name = 'report'");
      blocker.setAutoCommit(false);
      statement.execute("select * from t");
      RunSettings settings =
          RunSettings.DEFAULT.withLockTimeout(Duration.ofMillis(400), Duration.ofMillis(500));
      InMemoryMigrations migrations =
          new InMemoryMigrations().sql("a1", "alter table t add column n int", "");

      assertThatThrownBy(() -> runner(migrations, settings).upgrade("head"))
          .isInstanceOf(MigrationFailed.class)
          .hasMessageContaining("It waited too long for a lock, held by pid ")
          .hasMessageContaining("application report")
          .hasMessageContaining("idle in transaction")
          .hasMessageContaining("alter table t add column n int");
    }
    assertThat(runner(fifty(), RunSettings.DEFAULT).current()).isEmpty();
  }

  @Test
  void aRunnerWhoseLockIsLostCommitsNothingMore() {
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "a1",
                op -> {
                  op.execute("create table t (id int)");
                  database.execute(
                      "select pg_terminate_backend(pid, 5000) from pg_locks"
                          + " where locktype = 'advisory'");
                  op.execute("select pg_sleep(1.2)");
                });

    assertThatThrownBy(() -> runner(migrations, RunSettings.DEFAULT).upgrade("head"))
        .hasMessageContaining("the connection that held the runner's lock was lost");
    assertThat(database.query("select 1 from pg_class where relname = 't'")).isEmpty();
    assertThat(runner(migrations, RunSettings.DEFAULT).current()).isEmpty();
  }

  @Test
  void aRunnerWhoseLockIsLostCommitsNoPartOfARevision() {
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "a1",
                op -> {
                  op.execute("create table t (id int)");
                  database.execute(
                      "select pg_terminate_backend(pid, 5000) from pg_locks"
                          + " where locktype = 'advisory'");
                  op.execute("select pg_sleep(1.2)");
                  op.autocommit(o -> o.execute("create table u (id int)"));
                });

    assertThatThrownBy(() -> runner(migrations, RunSettings.DEFAULT).upgrade("head"))
        .hasMessageContaining("the connection that held the runner's lock was lost");
    assertThat(database.query("select 1 from pg_class where relname in ('t', 'u')")).isEmpty();
  }
}
