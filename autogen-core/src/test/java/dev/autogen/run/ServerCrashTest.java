package dev.autogen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.schema.AutogenException;
import dev.autogen.testing.OwnServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed takes with it what it has not written, and nothing that a run ended with.
 */
class ServerCrashTest {

  @TempDir Path directory;
  private EmbeddedPostgres server;

  @BeforeEach
  void start() throws IOException {
    server =
        OwnServer.builder()
            .setDataDirectory(directory.resolve("data"))
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("wal_writer_delay", "10s")
            .setServerConfig("shared_buffers", "32MB")
            .start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void startAgain() throws IOException {
    server.close();
    start();
  }

  /** Ends all its processes at once, as a loss of power would. */
  private void crash() {
    try {
      String pid = Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0);
      ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
      List<ProcessHandle> processes = new ArrayList<>(postmaster.descendants().toList());
      processes.add(0, postmaster);
      processes.forEach(ProcessHandle::destroyForcibly);
      processes.forEach(each -> each.onExit().join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  private MigrationRunner runner(InMemoryMigrations migrations) {
    return new MigrationRunner(
        this::connect, new PostgreSqlDialect(), migrations, RunSettings.DEFAULT);
  }

  private List<String> tables() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relname from pg_class where relkind = 'r' and relname ~ '^t\\d' order by"
                    + " relname")) {
      List<String> tables = new ArrayList<>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  private static InMemoryMigrations threeTables() {
    return new InMemoryMigrations()
        .sql("a1", "create table t1 (id int)", "drop table t1")
        .sql("b2", "create table t2 (id int)", "drop table t2")
        .sql("c3", "create table t3 (id int)", "drop table t3");
  }

  @Test
  void what_a_run_has_ended_with_is_there_after_the_crash() throws Exception {
    runner(threeTables()).upgrade("head");
    crash();
    startAgain();

    assertThat(runner(threeTables()).current()).containsExactly("c3");
    assertThat(tables()).containsExactly("t1", "t2", "t3");
  }

  @Test
  void what_was_applied_before_a_failure_is_there_after_the_crash() throws Exception {
    InMemoryMigrations history =
        threeTables().sql("d4", "create table t4 (id int); select 1 / 0", "drop table t4");

    assertThatThrownBy(() -> runner(history).upgrade("head"))
        .isInstanceOf(MigrationFailed.class)
        .hasMessageContaining("revision d4");
    crash();
    startAgain();

    assertThat(runner(history).current()).containsExactly("c3");
    assertThat(tables()).containsExactly("t1", "t2", "t3");
  }

  @Test
  void a_crash_between_two_revisions_leaves_whole_ones_and_the_next_run_goes_on() throws Exception {
    InMemoryMigrations history =
        threeTables()
            .then(
                "d4",
                op -> {
                  op.execute("create table t4 (id int)");
                  if (!Files.exists(directory.resolve("crashed"))) {
                    mark();
                    crash();
                  }
                  op.execute("insert into t4 values (1)");
                });

    assertThatThrownBy(() -> runner(history).upgrade("head"))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("The connection was lost while revision d4");
    startAgain();

    List<String> current = runner(history).current();
    List<String> found = tables();
    assertThat(found).hasSize(current.isEmpty() ? 0 : "abc".indexOf(current.get(0).charAt(0)) + 1);

    runner(history).upgrade("head");
    assertThat(runner(history).current()).containsExactly("d4");
    assertThat(tables()).containsExactly("t1", "t2", "t3", "t4");
  }

  private void mark() {
    try {
      Files.writeString(directory.resolve("crashed"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
