package dev.autogen.run;

import static dev.autogen.migration.Definitions.bigint;
import static dev.autogen.migration.Definitions.bool;
import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.foreignKey;
import static dev.autogen.migration.Definitions.index;
import static dev.autogen.migration.Definitions.integer;
import static dev.autogen.migration.Definitions.primaryKey;
import static dev.autogen.migration.Definitions.sequence;
import static dev.autogen.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.mysql.MySqlDialect;
import dev.autogen.migration.Operations;
import dev.autogen.testing.MySqlServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a second run on MariaDB or MySQL makes of a first one whose sessions were ended, before or
 * after each statement, or whose statement is still carried out.
 */
class KilledMySqlRunTest {

  /** Every boundary, or a share of them: each takes a database of its own. */
  private static final int SWEEP = System.getProperty("autogen.test.sweep", "").isEmpty() ? 9 : 1;

  private MySqlServer server;

  private static InMemoryMigrations mixed() {
    return new InMemoryMigrations()
        .then("a1", KilledMySqlRunTest::first, op -> op.execute("drop table child; drop table t"))
        .then("b2", KilledMySqlRunTest::second, op -> {})
        .then("c3", op -> op.execute("insert into log values (99)"));
  }

  private static void first(Operations op) {
    op.createTable(
        "t",
        column("id", bigint()).notNull(),
        column("n", integer()).comment("a number"),
        primaryKey("id"));
    op.createTable(
        "child",
        column("t_id", bigint()),
        foreignKey("t_id").references("t", "id").named("child_t"));
    op.createTable("log", column("what", integer()));
    op.createIndex("child", index("child_t_idx", "t_id"));
    op.bulkInsert("t", List.of(Map.of("id", 1, "n", 10), Map.of("id", 2, "n", 20)));
  }

  private static void second(Operations op) {
    op.execute("insert into log values (1)");
    op.addColumn("t", column("name", varchar(20)));
    op.backfill("t", "name", "concat('no ', id)");
    op.alterColumn("t", column("name", varchar(40)).notNull().serverDefault("'x'"));
    op.renameColumn("t", "n", "amount");
    op.dropIndex("child", "child_t_idx");
    op.createSequence(sequence("numbers"));
    op.addColumn("child", column("done", bool()).notNull().serverDefault("false"));
    op.dropConstraint("child", "child_t");
    op.execute("insert into log select 100 + id from t");
  }

  private MigrationRunner runner(String database) {
    Dialect dialect = new MySqlDialect();
    return new MigrationRunner(
        () -> server.connect(database), dialect, mixed(), RunSettings.DEFAULT);
  }

  @ParameterizedTest
  @EnumSource
  void goesOnWhereverItBrokeOff(MySqlServer kind) throws Exception {
    assumeTrue(kind.isThere(), "NOT TRIED: " + kind.label());
    server = kind;
    String whole = kind.create();
    runner(whole).upgrade("head");
    List<String> expected = result(whole);
    assertThat(expected).contains("log [1, 101, 102, 99]", "child.done", "numbers");
    int boundaries = 0;
    boolean ended = false;
    for (int at = 1; !ended; at += SWEEP) {
      for (boolean before : List.of(true, false)) {
        String database = kind.create();
        AtomicInteger statements = new AtomicInteger();
        int here = at;
        try {
          new MigrationRunner(
                  () -> breaking(database, here, before, statements),
                  new MySqlDialect(),
                  mixed(),
                  RunSettings.DEFAULT)
              .upgrade("head");
          ended = statements.get() < at;
        } catch (RuntimeException e) {
          runner(database).upgrade("head");
          boundaries++;
        }
        assertThat(result(database)).as("statement %d, %s", at, before).isEqualTo(expected);
        execute("mysql", "drop database " + database);
      }
    }
    assertThat(boundaries).isGreaterThan(60 / SWEEP);
  }

  /** The server carries on with a statement whose client is gone. */
  @ParameterizedTest
  @EnumSource
  void waitsForTheStatementOfARunnerThatIsGone(MySqlServer kind) throws Exception {
    assumeTrue(kind.isThere(), "NOT TRIED: " + kind.label());
    server = kind;
    String database = kind.create();
    String sql = "select sleep(3), 'left behind'";
    try (Connection watcher = kind.connect(database)) {
      Dialect dialect = new MySqlDialect();
      assertThat(dialect.executionRules().stillRuns(watcher, sql)).isEmpty();
      CompletableFuture<Void> left =
          CompletableFuture.runAsync(
              () -> {
                try {
                  execute(database, sql);
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      Thread.sleep(500);
      assertThat(dialect.executionRules().stillRuns(watcher, sql).orElseThrow())
          .contains("user root", "kill ");
      left.join();
      assertThat(dialect.executionRules().stillRuns(watcher, sql)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneRunnerAtATime(MySqlServer kind) throws Exception {
    assumeTrue(kind.isThere(), "NOT TRIED: " + kind.label());
    server = kind;
    String database = kind.create();
    Dialect dialect = new MySqlDialect();
    try (Connection one = kind.connect(database);
        Connection other = kind.connect(database)) {
      var held = dialect.runnerLock().acquire(one, "autogen_version", Duration.ZERO);
      assertThat(held.isHeld()).isTrue();
      assertThatThrownBy(
              () -> dialect.runnerLock().acquire(other, "autogen_version", Duration.ofMillis(50)))
          .hasMessageContaining("another runner is at work on the database (session ")
          .hasMessageContaining("user root");
      one.close();
      dialect.runnerLock().acquire(other, "autogen_version", Duration.ofSeconds(5)).close();
    }
  }

  private Connection breaking(String database, int at, boolean before, AtomicInteger count)
      throws SQLException {
    Connection real = server.connect(database);
    String id = texts(real, "select connection_id()").get(0);
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              Object result = call(real, method, arguments, id, at, before, count, "commit");
              return result instanceof Statement statement
                  ? breaking(statement, id, at, before, count)
                  : result;
            });
  }

  private Object breaking(Statement real, String id, int at, boolean before, AtomicInteger count) {
    Class<?> type = real instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    return Proxy.newProxyInstance(
        Connection.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            call(real, method, arguments, id, at, before, count, "execute", "executeUpdate"));
  }

  private Object call(
      Object target,
      Method method,
      Object[] arguments,
      String id,
      int at,
      boolean before,
      AtomicInteger count,
      String... counted)
      throws Throwable {
    boolean here = List.of(counted).contains(method.getName()) && count.incrementAndGet() == at;
    if (here && before) {
      execute("mysql", "kill " + id);
    }
    try {
      Object result = method.invoke(target, arguments);
      if (here) {
        execute("mysql", "kill " + id);
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The columns, indexes and rows, and what the journal says of the revisions. */
  private List<String> result(String database) throws SQLException {
    try (Connection connection = server.connect(database)) {
      List<String> lines = new ArrayList<>();
      lines.addAll(
          texts(
              connection,
              "select concat(table_name, '.', column_name) from information_schema.columns where"
                  + " table_schema = database() and table_name in ('t', 'child', 'log')"));
      lines.addAll(
          texts(
              connection,
              "select table_name from information_schema.tables where table_schema = database()"));
      lines.addAll(
          texts(
              connection,
              "select concat(table_name, ' ', index_name) from information_schema.statistics where"
                  + " table_schema = database()"));
      lines.addAll(texts(connection, "select concat(id, name, amount) from t"));
      lines.add("log " + texts(connection, "select what from log"));
      lines.addAll(
          texts(
              connection,
              "select concat(revision, ' ', step, ' ', state) from autogen_journal"
                  + " where action = 'upgrade'"));
      lines.addAll(texts(connection, "select version from autogen_version"));
      return lines;
    }
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    texts.sort(null);
    return texts;
  }
}
