package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.Polling;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that a signal ends: nothing runs on, and a person hears what is done and what to do. */
@Tag("attack")
@Timeout(300)
class SignalTest {

  private static final String LONG = "select pg_sleep(600)";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  private TestProject project() {
    TestProject project = TestProject.at(directory, database.url());
    project.migration("aaa1", "", "op.execute(\"create table a ()\", \"drop table a\");");
    return project;
  }

  /** A shell that runs in the background lets its children ignore SIGINT. */
  private static CommandProcess start(TestProject project, String... arguments)
      throws IOException, InterruptedException {
    List<String> defaults = List.of("env", "--default-signal=INT,HUP,TERM");
    boolean known =
        new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0;
    if (!known) {
      System.out.println("NOT TRIED: signals that this process ignores");
    }
    return CommandProcess.start(known ? defaults : List.of(), project, Map.of(), arguments);
  }

  private static Result signalled(CommandProcess process, String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.process().pid()))
        .start()
        .waitFor();
    return process.result();
  }

  /** Until the server works on a statement of autogen's that has some words in it. */
  private void await(CommandProcess process, String words) {
    while (process.process().isAlive() && running(words).isEmpty()) {
      Polling.pause();
    }
    assertThat(process.process().isAlive()).isTrue();
  }

  private List<List<String>> running(String words) {
    return database.query(
        "select pid from pg_stat_activity where datname = current_database()"
            + " and pid <> pg_backend_pid() and state = 'active' and query like '%"
            + words
            + "%'");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void anUpgradeIsRolledBackAtOnce(String signal, int code) throws Exception {
    TestProject project = project();
    project.migration(
        "bbb2", "aaa1", "op.execute(\"create table b ()\"); op.execute(\"" + LONG + "\");");
    CommandProcess process = start(project, "upgrade");
    await(process, "pg_sleep");

    Result result = signalled(process, signal);

    assertThat(running("pg_sleep")).as("backends that go on").isEmpty();
    assertThat(result.code()).as(result.err()).isEqualTo(code);
    assertThat(result.err())
        .contains(
            "autogen: interrupted.\n",
            "Revision bbb2 (step bbb2) was rolled back.\n",
            "Applied: aaa1 (step aaa1).\n",
            "Run 'autogen upgrade' again to go on")
        .doesNotContain("\tat ", "failed");
    assertThat(database.query("select from pg_class where relname = 'b'")).isEmpty();
    assertThat(database.queryValue("select version from autogen_version")).isEqualTo("aaa1");
  }

  @Test
  void aDowngradeIsRolledBackAtOnce() throws Exception {
    TestProject project = project();
    project.write(
        "src/main/java/db/migrations/M_bbb2.java",
        """
        package db.migrations;
        import dev.autogen.migration.*;
        /** step bbb2 */
        @Revision(id = "bbb2", revises = "aaa1")
        public final class M_bbb2 implements Migration {
          @Override public void upgrade(Operations op) { op.execute("create table b ()"); }
          @Override public void downgrade(Operations op) {
            op.execute("drop table b");
            op.execute("select pg_sleep(600)");
          }
        }
        """);
    assertThat(project.run("upgrade").code()).isZero();
    CommandProcess process = start(project, "downgrade", "base");
    await(process, "pg_sleep");

    Result result = signalled(process, "TERM");

    assertThat(running("pg_sleep")).isEmpty();
    assertThat(result.code()).isEqualTo(143);
    assertThat(result.err())
        .contains("Revision bbb2 (step bbb2) was rolled back.\n", "'autogen downgrade' again")
        .doesNotContain("Applied", "Undone");
    assertThat(database.query("select from b")).isEmpty();
  }

  @Test
  void ofARevisionWithoutATransactionItIsSaidHowFarItCame() throws Exception {
    TestProject project = project();
    project.migration(
        "bbb2",
        "aaa1",
        "op.autocommit(o -> { o.execute(\"create table b ()\"); o.connection(c -> { try (var s ="
            + " c.createStatement()) { for (int i = 0; i < 1000; i++) s.execute(\""
            + LONG
            + "\"); } }); });");
    CommandProcess process = start(project, "upgrade");
    await(process, "pg_sleep");

    Result result = signalled(process, "INT");

    assertThat(running("pg_sleep")).isEmpty();
    assertThat(result.code()).isEqualTo(130);
    assertThat(result.err())
        .containsPattern("Revision bbb2 \\(step bbb2\\) was interrupted: its first \\d steps? ")
        .contains("and the next run continues after");
    assertThat(database.query("select from b")).isEmpty();
  }

  @Test
  @Timeout(60)
  void workThatCatchesItsFailureIsEndedAllTheSame() throws Exception {
    TestProject project = project();
    project.migration(
        "bbb2",
        "aaa1",
        "op.connection(c -> { try (var s = c.createStatement()) { for (int i = 0; i < 1000; i++) {"
            + " try { s.execute(\""
            + LONG
            + "\"); } catch (java.sql.SQLException e) { s.execute(\"rollback\"); } } } });");
    CommandProcess process = start(project, "upgrade");
    await(process, "pg_sleep");

    Result result = signalled(process, "TERM");

    // A statement that begins between the last cancelling and the end of its connection is ended by
    // the server, which looks for its client every two seconds.
    while (!running("pg_sleep").isEmpty()) {
      Polling.pause();
    }
    assertThat(result.code()).isEqualTo(143);
    assertThat(result.err()).contains("interrupted.", "Applied: aaa1");
    assertThat(database.queryValue("select version from autogen_version")).isEqualTo("aaa1");
  }

  @Test
  void revisionsOfOneTransactionAreRolledBackTogether() throws Exception {
    TestProject project = project();
    project.append("autogen.toml", "[runner]\ntransaction-per-migration = false\n");
    project.migration("bbb2", "aaa1", "op.execute(\"" + LONG + "\");");
    CommandProcess process = start(project, "upgrade");
    await(process, "pg_sleep");

    Result result = signalled(process, "INT");

    assertThat(result.code()).isEqualTo(130);
    assertThat(result.err())
        .contains("Revisions aaa1 (step aaa1), bbb2 (step bbb2) were rolled back.\n")
        .doesNotContain("Applied");
    assertThat(database.query("select from pg_class where relname = 'a'")).isEmpty();
  }

  @Test
  void aRevisionIsNotWritten() throws Exception {
    TestProject project = project().compile(TestProject.USER);
    assertThat(project.run("upgrade").code()).isZero();
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table autogen_version in access exclusive mode");
      CommandProcess process = start(project, "revision", "-m", "users");
      await(process, "autogen_version");

      Result result = signalled(process, "INT");

      assertThat(running("autogen_version")).isEmpty();
      assertThat(result.code()).as(result.err()).isEqualTo(130);
      assertThat(result.err())
          .contains("interrupted.\n", "No migration was written.\n", "Run the command again")
          .doesNotContain("\tat ");
    }
    assertThat(project.migrations()).hasSize(1);
    assertThat(project.run("revision", "--no-prove", "-m", "users").code()).isZero();
  }

  @Test
  void oneThatWaitsForAnotherRunnerHasRunNothing() throws Exception {
    TestProject project = project();
    project.migration("bbb2", "aaa1", "op.execute(\"" + LONG + "\");");
    CommandProcess holder = start(project, "upgrade");
    await(holder, "pg_sleep");
    CommandProcess waiting = start(project, "upgrade");
    while (waiting.process().isAlive() && !Files.readString(waiting.err()).contains("\n")) {
      Polling.pause();
    }

    Result result = signalled(waiting, "TERM");

    assertThat(result.code()).isEqualTo(143);
    assertThat(result.err()).contains("interrupted.\nNo revision was run.\n");
    assertThat(signalled(holder, "TERM").code()).isEqualTo(143);
  }

  @Test
  void aServerOfAutogensOwnIsStopped() throws Exception {
    TestProject project = TestProject.at(directory, "embedded:postgresql");
    project.migration("aaa1", "", "op.execute(\"" + LONG + "\");");
    CommandProcess process = start(project, "-v", "upgrade");
    while (process.process().isAlive() && !Files.readString(process.err()).contains("pg_sleep")) {
      Polling.pause();
    }
    Path pidFile = directory.resolve(".autogen/postgresql/data/postmaster.pid");
    assertThat(pidFile).exists();

    Result result = signalled(process, "TERM");

    assertThat(result.code()).as(result.err()).isEqualTo(143);
    assertThat(result.err()).contains("Revision aaa1 (step aaa1) was rolled back.\n");
    assertThat(pidFile).as("of a server that runs").doesNotExist();
  }
}
