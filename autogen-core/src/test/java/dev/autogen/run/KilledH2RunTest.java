package dev.autogen.run;

import static dev.autogen.migration.Definitions.bigint;
import static dev.autogen.migration.Definitions.bool;
import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.foreignKey;
import static dev.autogen.migration.Definitions.index;
import static dev.autogen.migration.Definitions.integer;
import static dev.autogen.migration.Definitions.primaryKey;
import static dev.autogen.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.dialect.h2.H2Dialect;
import dev.autogen.migration.Operations;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a second run makes of a first one whose database broke off, before or after each statement.
 * H2 commits every change of the schema by itself, so that half of a revision stays.
 */
class KilledH2RunTest {

  private static final H2Dialect DIALECT = new H2Dialect();

  @TempDir Path directory;

  /** Changes of the schema and of rows in turns, with operations of several statements. */
  private static InMemoryMigrations mixed() {
    return new InMemoryMigrations()
        .then("a1", KilledH2RunTest::first, op -> op.execute("drop table child; drop table t"))
        .then("b2", KilledH2RunTest::second, op -> {})
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
    op.createSchema("audit");
    op.createTable(QualifiedName.of("audit", "entry"), column("id", bigint()));
    op.createIndex("child", index("child_t_idx", "t_id"));
    op.bulkInsert("t", List.of(Map.of("id", 1, "n", 10), Map.of("id", 2, "n", 20)));
  }

  private static void second(Operations op) {
    op.execute("insert into log values (1)");
    op.addColumn("t", column("name", varchar(20)));
    op.backfill("t", "name", "'no ' || id");
    op.alterColumn("t", column("name", varchar(40)).notNull().serverDefault("'x'"));
    op.execute("insert into log values (2); create sequence s; insert into log values (3)");
    op.addColumn(QualifiedName.of("audit", "entry"), column("note", varchar(10)));
    op.renameColumn("t", "n", "amount");
    op.dropIndex("child", "child_t_idx");
    op.addColumn("child", column("done", bool()).notNull().serverDefault("false"));
    op.execute("insert into log select 100 + id from t");
  }

  @Test
  void goesOnWhereverItBrokeOff() throws Exception {
    List<String> expected = result(run("whole", Integer.MAX_VALUE, true));
    assertThat(expected).contains("log [1, 101, 102, 2, 3, 99]");
    int boundaries = 0;
    for (boolean before : List.of(true, false)) {
      for (int at = 1; ; at++) {
        String name = (before ? "before_" : "after_") + at;
        String url = run(name, at, before);
        if (url.isEmpty()) {
          break; // it has no more statements
        }
        try {
          new MigrationRunner(() -> open(url), DIALECT, mixed(), RunSettings.DEFAULT)
              .upgrade("head");
        } catch (AutogenException e) {
          // Raw SQL tells nobody what it makes; a person decides, and the message says how.
          assertThat(e.getMessage()).as(name).contains("create sequence s", "autogen repair b2");
          repair(url);
          new MigrationRunner(() -> open(url), DIALECT, mixed(), RunSettings.DEFAULT)
              .upgrade("head");
        }
        assertThat(result(url)).as(name).isEqualTo(expected);
        boundaries++;
      }
    }
    assertThat(boundaries).isGreaterThan(60);
  }

  /** H2 writes commits up to half a second later, unless it is asked. */
  @Test
  void whatARunHasDoneIsOnDiskWhenItEnds() throws Exception {
    String url = "jdbc:h2:" + directory.resolve("ended") + ";WRITE_DELAY=10000";
    try (Connection other = open(url)) {
      new MigrationRunner(() -> open(url), DIALECT, mixed(), RunSettings.DEFAULT).upgrade("head");
      try (Statement statement = other.createStatement()) {
        statement.execute("shutdown immediately");
      }
    } catch (SQLException e) {
      // The connection ends with the database.
    }
    assertThat(result(url)).contains("log [1, 101, 102, 2, 3, 99]", "c3");
  }

  /** A database would commit the version row with the first statement of such work. */
  @Test
  void workOnAConnectionCommitsNoVersionRow() {
    String url = "jdbc:h2:mem:work;DB_CLOSE_DELAY=-1";
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "a1",
                op ->
                    op.connection(
                        c -> {
                          try (Statement statement = c.createStatement()) {
                            statement.execute("create table half (id integer)");
                            statement.execute("insert into nowhere values (1)");
                          }
                        }));
    MigrationRunner runner =
        new MigrationRunner(() -> open(url), DIALECT, migrations, RunSettings.DEFAULT);
    assertThatThrownBy(() -> runner.upgrade("head")).hasMessageContaining("NOWHERE");
    assertThat(runner.current()).isEmpty();
  }

  /** Does what the message says, with the eyes of a person. */
  private static void repair(String url) throws SQLException {
    boolean done;
    try (Connection connection = open(url);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from information_schema.sequences where sequence_name = 'S'")) {
      row.next();
      done = row.getInt(1) == 1;
    }
    MigrationRunner runner =
        new MigrationRunner(() -> open(url), DIALECT, mixed(), RunSettings.DEFAULT);
    runner.settle("b2", done, message -> {});
  }

  /**
   * Runs until a statement, and breaks the database off there.
   *
   * @return the URL; empty if the run came to its end before
   */
  private String run(String name, int at, boolean before) throws SQLException {
    String url = "jdbc:h2:" + directory.resolve(name);
    AtomicInteger statements = new AtomicInteger();
    try {
      new MigrationRunner(
              () -> breaking(url, at, before, statements), DIALECT, mixed(), RunSettings.DEFAULT)
          .upgrade("head");
    } catch (RuntimeException e) {
      return url;
    }
    return at == Integer.MAX_VALUE ? url : "";
  }

  private static Connection breaking(String url, int at, boolean before, AtomicInteger count)
      throws SQLException {
    Connection real = open(url);
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              Object result = call(real, method, arguments, url, at, before, count, "commit");
              return result instanceof Statement statement
                  ? breaking(statement, url, at, before, count)
                  : result;
            });
  }

  private static Object breaking(
      Statement real, String url, int at, boolean before, AtomicInteger count) {
    Class<?> type = real instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    return Proxy.newProxyInstance(
        Connection.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            call(real, method, arguments, url, at, before, count, "execute", "executeUpdate"));
  }

  private static Object call(
      Object target,
      Method method,
      Object[] arguments,
      String url,
      int at,
      boolean before,
      AtomicInteger count,
      String... counted)
      throws Throwable {
    boolean here = List.of(counted).contains(method.getName()) && count.incrementAndGet() == at;
    if (here && before) {
      breakOff(url);
    }
    try {
      Object result = method.invoke(target, arguments);
      if (here) {
        breakOff(url);
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The database ends without a word, as when its process is killed. */
  private static void breakOff(String url) throws SQLException {
    try (Connection connection = open(url);
        Statement statement = connection.createStatement()) {
      statement.execute("checkpoint sync");
      statement.execute("shutdown immediately");
    } catch (SQLException e) {
      // This connection ends with it.
    }
  }

  private static Connection open(String url) throws SQLException {
    Properties login = new Properties();
    login.put("user", "sa");
    login.put("password", "");
    return DriverManager.getConnection(url, login);
  }

  /** The tables with their columns and rows, and what the journal says of the revisions. */
  private static List<String> result(String url) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = open(url);
        Statement statement = connection.createStatement()) {
      lines.addAll(
          texts(
              statement,
              "select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable"
                  + " || ' ' || coalesce(column_default, '') || coalesce(remarks, '')"
                  + " from information_schema.columns where table_schema in ('PUBLIC', 'AUDIT')"));
      lines.addAll(
          texts(
              statement,
              "select index_name || coalesce(is_generated, '') from information_schema.indexes"
                  + " where table_schema = 'PUBLIC' and not is_generated"));
      lines.addAll(texts(statement, "select id || name || amount from t"));
      lines.add("log " + texts(statement, "select cast(what as varchar) from log"));
      lines.addAll(
          texts(
              statement,
              "select revision || ' ' || step || ' ' || state from autogen_journal"
                  + " where action = 'upgrade'"));
      lines.addAll(texts(statement, "select version from autogen_version"));
    }
    return lines;
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    texts.sort(null);
    return texts;
  }
}
