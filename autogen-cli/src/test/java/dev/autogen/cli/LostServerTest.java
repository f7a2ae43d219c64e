package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.OwnServer;
import dev.autogen.testing.Polling;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server that goes away while a process upgrades, or lets nobody in: one clear message, nothing
 * half done, and a second run that ends at the head.
 */
class LostServerTest {

  private static final String SLOW =
      "op.execute(\"create table two (id int)\"); op.execute(\"select pg_sleep(600)\");";

  @TempDir Path directory;
  @TempDir Path data;
  private EmbeddedPostgres server;
  private TestProject project;

  @BeforeEach
  void startAServer() throws IOException {
    server = start(0);
    project =
        TestProject.at(directory, url(server.getPort()))
            .migration("a1", "", "op.execute(\"create table one (id int)\");")
            .migration("b2", "a1", SLOW)
            .migration("c3", "b2", "op.execute(\"create table three (id int)\");");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        OwnServer.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "8")
            .setServerConfig("superuser_reserved_connections", "0")
            .setServerConfig("max_wal_senders", "0")
            .setServerConfig("shared_buffers", "16MB");
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  private String url(int port) {
    return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
  }

  private void signal(String name) throws Exception {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
    new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
  }

  /** Waits until the slow revision is under way. */
  private void awaitTheSlowStatement() throws SQLException {
    while (!answer("select count(*) from pg_stat_activity where query like 'select pg_sleep%'")
        .equals("1")) {
      Polling.pause();
    }
  }

  private String answer(String query) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void failed(Result result, String... words) {
    assertThat(result.err())
        .contains(words)
        .doesNotContain("\tat ", "Exception")
        .containsOnlyOnce("autogen: ");
    assertThat(result.code()).isEqualTo(3);
  }

  private void nothingIsHalfDoneAndTheNextRunEndsAtTheHead() throws SQLException {
    // Only the last commit of a run waits for the disk, so a crash may undo a1 too, as a whole.
    assertThat(
            answer(
                "select coalesce(string_agg(version, ','), '') = case"
                    + " when to_regclass('one') is null then '' else 'a1' end"
                    + " from autogen_version"))
        .isEqualTo("t");
    assertThat(answer("select to_regclass('two') is null")).isEqualTo("t");
    project.migration("b2", "a1", SLOW.replace("600", "0"));

    assertThat(project.run("upgrade").all()).contains("a1 -> b2", "b2 -> c3");
    assertThat(project.run("current").out()).startsWith("c3 (head)");
  }

  @ParameterizedTest
  @CsvSource({"INT, terminating connection due to administrator command", "QUIT, connection"})
  void it_restarts_in_the_middle(String signal, String words) throws Exception {
    CommandProcess upgrade = CommandProcess.start(project, "upgrade");
    awaitTheSlowStatement();
    signal(signal);

    failed(
        upgrade.result(),
        "The connection was lost while revision b2 (step b2) ran",
        words,
        "run 'autogen upgrade' again, which goes on from what was");
    int port = server.getPort();
    server.close();
    failed(
        project.run("upgrade"),
        "Cannot connect to jdbc:postgresql://localhost:" + port + "/postgres as postgres",
        "refused",
        "'autogen current -v' says where address, user and password are from");
    server = start(port);
    nothingIsHalfDoneAndTheNextRunEndsAtTheHead();
  }

  @Test
  void many_schemas_are_not_tried_in_vain() throws Exception {
    CommandProcess upgrade =
        CommandProcess.start(
            project,
            "upgrade",
            "--parallel",
            "1",
            "--all-schemas",
            "select 'public' union all select 's' || i from generate_series(1, 100) i");
    awaitTheSlowStatement();
    signal("INT");

    Result result = upgrade.result();

    assertThat(result.err())
        .contains("public: The connection was lost while revision b2", "s1: Cannot connect to")
        .contains("99 schemas were not tried, because the database could not be reached.")
        .doesNotContain("s2:");
    assertThat(result.out()).contains("101 schemas: 0 changed", "101 failed. Correct what failed");
    assertThat(result.code()).isEqualTo(3);
  }

  @Test
  void a_firewall_cuts_the_connections() throws Exception {
    try (WireProxy proxy = WireProxy.counting(server.getPort(), WireProxy.Moment.DURING)) {
      CommandProcess upgrade = CommandProcess.start(project, "upgrade", "--url", url(proxy.port()));
      awaitTheSlowStatement();
      proxy.close();

      failed(upgrade.result(), "The connection was lost while revision b2 (step b2) ran");
    }
    nothingIsHalfDoneAndTheNextRunEndsAtTheHead();
  }

  @Test
  void it_lets_nobody_in_while_it_stops_or_starts() throws Exception {
    try (Connection last = server.getPostgresDatabase().getConnection()) {
      signal("TERM"); // it waits for that connection, and takes no other
      while (!project.run("current").err().contains("shutting down")) {
        Polling.pause();
      }
      failed(
          project.run("upgrade"),
          "Cannot connect to",
          "the database system is shutting down",
          "run the command again in a moment");
      assertThat(last.isValid(1)).isTrue();
    }
  }

  @Test
  void it_has_no_connection_left() throws Exception {
    List<Connection> held = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      held.add(server.getPostgresDatabase().getConnection());
    }
    failed(
        project.run("upgrade"),
        "Cannot connect to",
        "too many clients already",
        "run the command again when others are closed");

    held.remove(0).close();
    failed(
        project.run("upgrade"),
        "cannot open a second connection, which holds the runner's lock; nothing was done",
        "too many clients already");
    for (Connection each : held) {
      each.close();
    }
    project.migration("b2", "a1", SLOW.replace("600", "0"));
    assertThat(project.run("upgrade").code()).isZero();
  }
}
