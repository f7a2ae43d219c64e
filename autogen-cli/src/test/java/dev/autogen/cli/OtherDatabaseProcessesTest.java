package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.run.ConnectionSource;
import dev.autogen.testing.OtherDatabase;
import dev.autogen.testing.Polling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes of {@code autogen upgrade} on H2, SQLite, MariaDB and MySQL: one that is killed between
 * two statements, and several at once. One place to be killed on each; all with {@code
 * -Dautogen.test.sweep=all}.
 */
class OtherDatabaseProcessesTest {

  private static final boolean ALL = "all".equals(System.getProperty("autogen.test.sweep"));
  private static final int PLACES = 4;
  private static final int PROCESSES = ALL ? 10 : 3;
  private static final int REVISIONS = 10;

  /** Where a file tells it to, the migration says that it is there, and waits to be killed. */
  private static final String PLACE =
      """
      op.connection(c -> {
        if (new java.io.File("stop-%1$d").exists()) {
          new java.io.File("at-%1$d").mkdir();
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
      });
      """;

  private static final String STATEMENTS =
      """
      op.createTable("one", Definitions.column("id", Definitions.integer()));
      PLACE 1
      op.execute("insert into one values (1)");
      op.createTable("two", Definitions.column("id", Definitions.integer()));
      PLACE 2
      op.addColumn("one", Definitions.column("n", Definitions.integer()));
      op.execute("insert into two values (1)");
      PLACE 3
      op.createIndex("two", Definitions.index("ix_two", "id"));
      op.execute("update one set n = coalesce(n, 0) + 1");
      PLACE 4
      op.addColumn("two", Definitions.column("n", Definitions.integer()));
      """;

  @TempDir Path directory;
  private ConnectionSource connections;

  private TestProject project(OtherDatabase kind) throws Exception {
    if (kind == OtherDatabase.H2) {
      // H2 lets several processes open a file where the address says so.
      String url = "jdbc:h2:" + directory.resolve("data/dev") + ";AUTO_SERVER=TRUE;USER=sa";
      connections = () -> DriverManager.getConnection(url);
      return TestProject.at(directory, url);
    }
    OtherDatabase.Empty database = kind.create();
    connections = database.connections();
    return TestProject.at(directory, database.url());
  }

  private static Stream<Arguments> places() {
    return OtherDatabase.present()
        .flatMap(
            kind ->
                IntStream.rangeClosed(1, PLACES)
                    .filter(place -> ALL || place == kind.ordinal() + 1)
                    .mapToObj(place -> Arguments.of(kind, place)));
  }

  @ParameterizedTest(name = "on {0} at place {1}")
  @MethodSource("places")
  void a_run_goes_on_where_a_process_was_killed(OtherDatabase kind, int place) throws Exception {
    TestProject project = project(kind);
    String body = STATEMENTS;
    for (int i = 1; i <= PLACES; i++) {
      body = body.replace("PLACE " + i, PLACE.formatted(i));
    }
    project.migration("a1", "", body);
    Path stop = Files.createFile(project.directory().resolve("stop-" + place));
    CommandProcess killed = CommandProcess.start(project, "upgrade", "head");
    while (killed.process().isAlive()
        && !Files.exists(project.directory().resolve("at-" + place))) {
      Polling.pause();
    }
    assertThat(killed.process().isAlive()).as("%s", Files.readString(killed.err())).isTrue();
    killed.kill();
    Files.delete(stop);

    Result next = CommandProcess.start(project, "upgrade", "head").result();

    assertThat(next.code()).as(next.err()).isZero();
    assertThat(value("select count(*) from one where n = 1")).isEqualTo(1);
    assertThat(value("select count(*) from one")).isEqualTo(1);
    assertThat(value("select count(*) from two where n is null")).isEqualTo(1);
    assertThat(value("select count(*) from autogen_version where version = 'a1'")).isEqualTo(1);
    Result after = CommandProcess.start(project, "upgrade", "head").result();
    assertThat(after.code()).as(after.err()).isZero();
    assertThat(value("select count(*) from one")).isEqualTo(1);
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("dev.autogen.testing.OtherDatabase#present")
  void processes_that_start_at_once_apply_each_revision_once(OtherDatabase kind) throws Exception {
    TestProject project = project(kind);
    project.migration(
        "r0", "", "op.createTable(\"log\", Definitions.column(\"n\", Definitions.integer()));");
    for (int i = 1; i < REVISIONS; i++) {
      project.migration(
          "r" + i, "r" + (i - 1), "op.execute(\"insert into log values (" + i + ")\");");
    }
    List<CommandProcess> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(CommandProcess.start(project, "upgrade", "head"));
    }

    for (CommandProcess process : processes) {
      Result result = process.result();
      // On H2, all depend on the process that opened the file first, and on when it ends.
      for (int i = 0; kind == OtherDatabase.H2 && i < 10 && result.code() != 0; i++) {
        result = CommandProcess.start(project, "upgrade", "head").result();
      }
      assertThat(result.code()).as(result.err()).isZero();
    }

    assertThat(value("select count(*) from log")).isEqualTo(REVISIONS - 1);
    assertThat(value("select count(distinct n) from log")).isEqualTo(REVISIONS - 1);
    assertThat(value("select count(*) from autogen_version where version = 'r9'")).isEqualTo(1);
  }

  private int value(String query) throws SQLException {
    try (Connection connection = connections.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
