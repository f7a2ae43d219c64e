package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.cli.WireProxy.Moment;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process of {@code autogen upgrade} that dies, or loses its connection, at a statement: a second
 * one ends where an undisturbed one does.
 *
 * <p>Some of the boundaries; all of them with {@code -Dautogen.test.sweep=all}.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS) // for all of the boundaries
class KilledRunnerTest {

  private static final boolean ALL = "all".equals(System.getProperty("autogen.test.sweep"));
  private static final int SAMPLE = 3;

  /** What happens to the process. */
  enum Fault {
    KILLED,
    DISCONNECTED
  }

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void aHistoryOfEveryKindOfStep() {
    project = TestProject.at(directory, database.url());
    project.migration(
        "aaa1",
        "",
        """
        op.execute("create table t (id int primary key, n int, state text)");
        op.execute("create type mood as enum ('calm')");
        op.execute("create table log (what int not null)");
        op.bulkInsert("t", java.util.stream.IntStream.range(0, 30)
            .mapToObj(i -> java.util.Map.of("id", i, "n", i)).toList());
        op.execute("insert into log values (1)", "delete from log where what = 1");
        """);
    project.migration(
        "bbb2",
        "aaa1",
        """
        op.execute("insert into log values (2)");
        boolean missing =
            op.inspect().table(dev.autogen.schema.QualifiedName.of("extra")).isEmpty();
        if (missing) {
          op.createTable("extra", Definitions.column("id", Definitions.integer()));
        }
        op.autocommit(o -> {
          o.createIndexConcurrently("t", Definitions.index("t_n", "n").unique());
          o.execute("insert into log values (3); vacuum t; insert into log values (4)");
          o.execute("alter type mood add value 'merry'");
          o.connection(c -> {
            try (var update = c.prepareStatement(
                "update t set state = 'old' where id in"
                    + " (select id from t where state is null order by id limit 10)")) {
              while (update.executeUpdate() > 0) {}
            }
          });
          o.bulkInsert("extra",
              java.util.List.of(java.util.Map.of("id", 1), java.util.Map.of("id", 2)));
        });
        op.execute("insert into log values (5)");
        """);
    project.migration(
        "ccc3",
        "bbb2",
        """
        op.connection(c -> {
          try (var insert = c.prepareStatement("insert into log values (?)")) {
            for (int i = 10; i < 13; i++) {
              insert.setInt(1, i);
              insert.executeUpdate();
            }
          }
        });
        op.addColumn("t", Definitions.column("mood", Definitions.type("mood")));
        op.backfill("t", "mood", "'merry'");
        """);
    project.migration(
        "ddd4",
        "ccc3",
        """
        op.autocommit(o -> {
          o.dropIndexConcurrently("t", "t_n");
          o.execute("create index concurrently t_state on t (state)");
        });
        op.execute("insert into log values (20)");
        """);
    project.migration(
        "eee5",
        "ddd4",
        """
        op.commitEachStep();
        op.backfillInBatches("t", "n = n + 100", "state = 'old' and n < 100", 7);
        op.backfillInBatches("log", "what = what + 1", "what = 20", 2);
        op.setNotNullOnline("t", "n");
        op.addUniqueOnline("t", Definitions.unique("n"));
        op.addCheckOnline("t", Definitions.check("n >= 0").named("t_n_positive"));
        op.addColumn("t", Definitions.column("before", Definitions.integer()));
        op.addForeignKeyOnline(
            "t", Definitions.foreignKey("before").references("t", "id").named("t_before"));
        """);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "KILLED, BEFORE",
    "KILLED, DURING",
    "KILLED, AFTER",
    "DISCONNECTED, BEFORE",
    "DISCONNECTED, AFTER"
  })
  void aSecondRunEndsWhereAnUndisturbedOneDoes(Fault fault, Moment moment) throws Exception {
    String undisturbed;
    int boundaries;
    try (WireProxy proxy = WireProxy.counting(port(), moment)) {
      Result result = upgrade(proxy).result();
      assertThat(result.code()).as(result.err()).isZero();
      undisturbed = state();
      boundaries = proxy.boundaries();
    }
    assertThat(boundaries).isGreaterThan(60);

    int struck = 0;
    for (int boundary : chosen(boundaries)) {
      database.execute("drop schema public cascade; create schema public");
      String where = fault + " " + moment + " statement " + boundary + " of " + boundaries;
      CompletableFuture<CommandProcess> process = new CompletableFuture<>();
      try (WireProxy proxy =
          new WireProxy(port(), moment, boundary, pid -> strike(fault, pid, process.join()))) {
        process.complete(upgrade(proxy));
        Result first = process.join().result();
        struck += proxy.hasStruck() ? 1 : 0;
        if (fault == Fault.DISCONNECTED && first.code() != 0) {
          assertThat(first.code()).as(where + first.err()).isEqualTo(3);
          assertThat(first.err()).as(where).doesNotContain("\tat ").startsWith("autogen: ");
        }
      }
      Result second = project.run("upgrade", "head");
      assertThat(second.code()).as(where + ": " + second.err()).isZero();
      assertThat(state()).as(where).isEqualTo(undisturbed);
    }
    System.out.printf("%s %s: struck at %d of %d boundaries%n", fault, moment, struck, boundaries);
  }

  private static List<Integer> chosen(int boundaries) {
    return ALL
        ? IntStream.rangeClosed(1, boundaries).boxed().toList()
        : IntStream.range(0, SAMPLE)
            .mapToObj(i -> boundaries * (2 * i + 1) / (2 * SAMPLE))
            .toList();
  }

  private void strike(Fault fault, int pid, CommandProcess process) throws Exception {
    if (fault == Fault.KILLED) {
      process.kill();
    } else {
      database.execute("select pg_terminate_backend(" + pid + ", 5000)");
    }
  }

  private CommandProcess upgrade(WireProxy proxy) throws Exception {
    String url = database.url().replace(":" + port() + "/", ":" + proxy.port() + "/");
    return CommandProcess.start(project, "--url", url, "upgrade", "head");
  }

  private int port() {
    return java.net.URI.create(database.url().substring("jdbc:".length())).getPort();
  }

  /** The catalog, the rows of every table, and what autogen notes of its own. */
  private String state() throws Exception {
    String catalog;
    try (Connection connection = database.connect()) {
      catalog =
          new PostgreSqlDialect()
              .inspector()
              .inspect(connection, InspectionScope.defaultSchema())
              .toString();
    }
    return catalog
        + database
            .query(
                "select relname from pg_class where relkind = 'r' and relnamespace ="
                    + " 'public'::regnamespace and relname <> 'autogen_journal' order by 1")
            .stream()
            .map(row -> row.get(0))
            .map(
                table ->
                    "\n" + table + database.query("select t::text from " + table + " t order by 1"))
            .collect(Collectors.joining())
        + database.query(
            "select c.relname, i.indisvalid from pg_index i join pg_class c on c.oid ="
                + " i.indexrelid where c.relnamespace = 'public'::regnamespace order by 1")
        + database.query("select revision, step, action, state from autogen_journal order by id");
  }
}
