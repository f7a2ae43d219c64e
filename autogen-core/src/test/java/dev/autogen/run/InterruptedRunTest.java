package dev.autogen.run;

import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.index;
import static dev.autogen.migration.Definitions.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.migration.Operations;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.testing.Polling;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** What a second run makes of a first one that lost its connection. */
class InterruptedRunTest {

  private TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  /** Every kind of step, in and out of the revision's transaction. */
  private static InMemoryMigrations mixed() {
    return new InMemoryMigrations()
        .then(
            "a1",
            op -> {
              op.createTable("t", column("id", integer()), column("n", integer()));
              op.createTable("log", column("what", integer()));
              op.bulkInsert("t", List.of(Map.of("id", 1, "n", 1), Map.of("id", 2, "n", 2)));
            })
        .then("b2", InterruptedRunTest::mixedSteps)
        .then("c3", op -> op.execute("insert into log values (99)"));
  }

  private static void mixedSteps(Operations op) {
    op.execute("insert into log values (1)");
    if (op.inspect().table(QualifiedName.of("extra")).isEmpty()) {
      op.createTable("extra", column("id", integer()));
    }
    List<Integer> ids = new ArrayList<>();
    op.connection(
        c -> {
          try (Statement statement = c.createStatement();
              ResultSet row = statement.executeQuery("select id from t order by id")) {
            while (row.next()) {
              ids.add(row.getInt(1));
            }
          }
        });
    op.autocommit(
        o -> {
          o.createIndexConcurrently("t", index("t_n", "n").unique());
          ids.forEach(id -> o.execute("insert into log values (10 + " + id + ")"));
          o.execute("vacuum t; insert into log values (20)");
          o.connection(
              c -> {
                try (Statement statement = c.createStatement()) {
                  statement.execute("update t set n = n + 100 where n < 100 and id = 1");
                  statement.execute("update t set n = n + 100 where n < 100 and id = 2");
                }
              });
        });
    op.execute("insert into log values (30)");
    op.connection(c -> c.createStatement().execute("insert into log values (31)"));
    op.autocommit(o -> o.dropIndexConcurrently("t", "t_n"));
    op.execute("insert into log values (40)");
  }

  private MigrationRunner runner(MigrationSource migrations, ConnectionSource connections) {
    return new MigrationRunner(
        connections, new PostgreSqlDialect(), migrations, RunSettings.DEFAULT);
  }

  /** Everything that a user would look at. */
  private static String state(TestDatabase database) {
    return database.queryValue(
        """
        select concat_ws(E'\n',
          (select string_agg(what::text, ' ' order by what) from log),
          (select string_agg(t::text, ' ' order by id) from t),
          (select string_agg(c.relname || ' ' || i.indisvalid, ' ' order by c.relname)
            from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname like 't\\_%'),
          (select string_agg(version, ' ') from autogen_version),
          (select string_agg(revision || ' ' || state, ', ' order by id) from autogen_journal),
          to_regclass('extra')::text)
        """);
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void everyBoundaryOfStatementsCanBeInterrupted(Loss loss) {
    runner(mixed(), database::connect).upgrade("head");
    String undisturbed = state(database);
    AtomicInteger total = new AtomicInteger();
    empty();
    runner(mixed(), () -> Interruption.of(database.connect(), total, -1, loss)).upgrade("head");
    assertThat(total.get()).isGreaterThan(30);

    for (int at = 1; at <= total.get(); at++) {
      empty();
      AtomicInteger count = new AtomicInteger();
      int boundary = at;
      MigrationRunner interrupted =
          runner(mixed(), () -> Interruption.of(database.connect(), count, boundary, loss));
      try {
        interrupted.upgrade("head");
      } catch (AutogenException e) {
        assertThat(e.getMessage()).as("boundary " + at).isNotBlank();
      }
      runner(mixed(), database::connect).upgrade("head");
      assertThat(state(database)).as("boundary " + at + " of " + total).isEqualTo(undisturbed);
    }
  }

  private void empty() {
    database.execute("drop schema public cascade; create schema public");
  }

  /** When a connection is lost, seen from the statement at the boundary. */
  enum Loss {
    /** It does not reach the server. */
    BEFORE,
    /** It takes effect, and its answer is lost. */
    AFTER
  }

  /** Ends the session at a certain statement, counted over all connections of a run. */
  private record Interruption(Connection connection, AtomicInteger count, int at, Loss loss) {

    static Connection of(Connection connection, AtomicInteger count, int at, Loss loss) {
      return (Connection)
          proxy(Connection.class, connection, new Interruption(connection, count, at, loss));
    }

    private static Object proxy(Class<?> type, Object target, Interruption interruption) {
      return Proxy.newProxyInstance(
          InterruptedRunTest.class.getClassLoader(),
          new Class<?>[] {type},
          (proxy, method, arguments) -> {
            boolean boundary =
                method.getName().startsWith("execute") || method.getName().equals("commit");
            boolean hit = boundary && interruption.count.incrementAndGet() == interruption.at;
            if (hit && interruption.loss == Loss.BEFORE) {
              interruption.end();
            }
            try {
              Object result = method.invoke(target, arguments);
              if (hit && interruption.loss == Loss.AFTER) {
                interruption.end();
                throw new SQLException("connection lost", "08006");
              }
              boolean wraps =
                  result instanceof Statement
                      && (method.getName().startsWith("prepare")
                          || method.getName().startsWith("create"));
              return wraps ? proxy(method.getReturnType(), result, interruption) : result;
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          });
    }

    private void end() throws SQLException {
      try (Connection own = DriverManager.getConnection(connection.getMetaData().getURL());
          Statement statement = own.createStatement()) {
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        statement.execute("select pg_terminate_backend(" + pid + ")");
        statement.execute(GONE.formatted(pid));
      }
    }

    /** Waits for the end of a session; the server itself would look ten times a second only. */
    private static final String GONE =
        """
        do $$ begin
          while exists (select from pg_stat_activity where pid = %d) loop
            perform pg_sleep(0.002), pg_stat_clear_snapshot();
          end loop;
        end $$
        """;
  }

  @ParameterizedTest
  @EnumSource
  void anInvalidIndexIsDroppedAndBuiltAgain(PostgreSqlVersion version) {
    database.close();
    database = TestDatabase.create(version);
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .sql("a1", "create table t (n int); insert into t values (1), (1)", "drop table t")
            .then(
                "b2",
                op ->
                    op.autocommit(o -> o.createIndexConcurrently("t", index("t_n", "n").unique())));

    assertThatThrownBy(() -> runner(migrations, database::connect).upgrade("head"))
        .isInstanceOf(MigrationFailed.class)
        .hasMessageContaining("could not create unique index \"t_n\"")
        .hasMessageContaining("Key (n)=(1) is duplicated");
    assertThat(database.query("select 1 from pg_class where relname = 't_n'")).isEmpty();
    assertThat(runner(migrations, database::connect).current()).containsExactly("a1");

    database.execute("delete from t where ctid = (select min(ctid) from t)");
    runner(migrations, database::connect).upgrade("head");
    assertThat(
            database.queryValue(
                "select indisvalid from pg_index where indexrelid = 't_n'::regclass"))
        .isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create index concurrently t_slow on t (slow(id))",
        "insert into log select slow(id) from t"
      })
  void aRunnerThatDiesWhileAStatementRunsIsContinued(String sql) throws Exception {
    database.execute(
        "create function slow(n int) returns int language plpgsql immutable as"
            + " $$ begin perform pg_sleep(0.2); return n; end $$");
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .sql(
                "a1",
                "create table t (id int); create table log (n int);"
                    + " insert into t select generate_series(1, 10)",
                "")
            .then(
                "b2",
                op -> {
                  op.execute("insert into log values (0)");
                  op.autocommit(o -> o.execute(sql));
                });
    List<Connection> opened = new CopyOnWriteArrayList<>();
    MigrationRunner killed =
        runner(
            migrations,
            () -> {
              Connection connection = database.connect();
              opened.add(connection);
              return connection;
            });
    Thread thread = new Thread(() -> assertThatThrownBy(() -> killed.upgrade("head")).isNotNull());
    thread.start();
    await(
        "select count(*) from pg_stat_activity where state = 'active' and query = '"
            + sql.replace("'", "''")
            + "'",
        thread);
    for (Connection connection : opened) {
      connection.abort(Runnable::run);
    }
    thread.join();

    runner(migrations, database::connect).upgrade("head");

    assertThat(runner(migrations, database::connect).current()).containsExactly("b2");
    assertThat(database.query("select n from log where n = 0")).hasSize(1);
    assertThat(database.queryValue("select count(*) = count(distinct n) from log")).isEqualTo("t");
    assertThat(database.queryValue("select count(*) from pg_index where not indisvalid"))
        .isEqualTo("0");
    assertThat(database.queryValue("select count(*) from pg_class where relname = 't_slow'"))
        .isEqualTo(sql.contains("t_slow") ? "1" : "0");
  }

  private void await(String count, Thread running) {
    while (running.isAlive() && database.queryValue(count).equals("0")) {
      Polling.pause();
    }
  }

  @Test
  void aStatementOfUnknownOutcomeIsExplainedAndNotRunAgain() {
    InMemoryMigrations migrations =
        new InMemoryMigrations().then("a1", op -> op.autocommit(o -> o.execute("call count_me()")));
    database.execute(
        "create table log (n int)",
        "create procedure count_me() language plpgsql as"
            + " $$ begin insert into log values (1); commit; perform pg_sleep(0); end $$");
    MigrationRunner interrupted =
        runner(
            migrations,
            () -> {
              Connection connection = database.connect();
              return (Connection)
                  Proxy.newProxyInstance(
                      getClass().getClassLoader(),
                      new Class<?>[] {Connection.class},
                      (proxy, method, arguments) -> {
                        try {
                          Object result = method.invoke(connection, arguments);
                          return method.getName().equals("createStatement")
                              ? losing((Statement) result)
                              : result;
                        } catch (InvocationTargetException e) {
                          throw e.getCause();
                        }
                      });
            });

    assertThatThrownBy(() -> interrupted.upgrade("head")).isInstanceOf(MigrationFailed.class);
    assertThatThrownBy(() -> runner(migrations, database::connect).upgrade("head"))
        .hasMessageContaining("step 1, execute_sql, was interrupted")
        .hasMessageContaining("call count_me()")
        .hasMessageContaining("'autogen repair a1 --done'");
    assertThat(database.query("select * from log")).hasSize(1);

    runner(migrations, database::connect).settle("a1", true, recorded -> {});
    runner(migrations, database::connect).upgrade("head");
    assertThat(database.query("select * from log")).hasSize(1);
    assertThat(runner(migrations, database::connect).current()).containsExactly("a1");
  }

  /** The answer of the call without a transaction is lost, and the connection with it. */
  private static Object losing(Statement statement) {
    return Proxy.newProxyInstance(
        InterruptedRunTest.class.getClassLoader(),
        new Class<?>[] {Statement.class},
        (proxy, method, arguments) -> {
          try {
            Object result = method.invoke(statement, arguments);
            if (arguments != null && "call count_me()".equals(arguments[0])) {
              statement.getConnection().close();
              throw new SQLException("connection lost", "08006");
            }
            return result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  @Test
  void aDowngradeWaitsForTheUpgradeThatWasInterrupted() {
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .sql("a1", "create table t (n int)", "drop table t")
            .then(
                "b2",
                op -> {
                  op.autocommit(o -> o.execute("insert into t values (1)"));
                  op.execute("insert into missing values (1)");
                },
                op -> {});
    assertThatThrownBy(() -> runner(migrations, database::connect).upgrade("head"))
        .hasMessageContaining("its first 1 steps are committed");

    assertThat(runner(migrations, database::connect).status().get(1).state())
        .isEqualTo(RevisionStatus.State.PARTIAL);
    assertThatThrownBy(() -> runner(migrations, database::connect).downgrade("base"))
        .hasMessageContaining("the upgrade of revision b2 was interrupted")
        .hasMessageContaining("autogen upgrade b2");

    database.execute("create table missing (n int)");
    runner(migrations, database::connect).upgrade("head");
    assertThat(database.query("select * from t")).hasSize(1);
    runner(migrations, database::connect).downgrade("base");
  }
}
