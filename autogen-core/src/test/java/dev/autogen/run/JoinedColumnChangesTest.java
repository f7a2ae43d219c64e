package dev.autogen.run;

import static dev.autogen.migration.Definitions.bigint;
import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.date;
import static dev.autogen.migration.Definitions.integer;
import static dev.autogen.migration.Definitions.text;
import static dev.autogen.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.dialect.JoinedStatements;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.dialect.postgresql.PostgreSqlRenderer;
import dev.autogen.history.Step.Direction;
import dev.autogen.migration.Operations;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.CommentTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameColumn;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestSeed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several changes of the columns of a table are one statement, and mean what they did alone. */
class JoinedColumnChangesTest {

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  private MigrationRunner runner(
      List<String> sent, Consumer<Operations> upgrade, Consumer<Operations> downgrade) {
    RunListener listener =
        new RunListener() {
          @Override
          public void statement(String sql) {
            if (sql.startsWith("alter table t") || sql.startsWith("comment on column t.")) {
              sent.add(sql);
            }
          }
        };
    return new MigrationRunner(
        database::connect,
        new PostgreSqlDialect(),
        new InMemoryMigrations().then("a1", upgrade, downgrade),
        RunSettings.DEFAULT.withListener(listener));
  }

  private List<String> upgrade(Consumer<Operations> migration) {
    List<String> sent = new ArrayList<>();
    runner(sent, migration, op -> {}).upgrade("head");
    return sent;
  }

  @Test
  void are_one_statement_when_run_and_when_written() {
    database.execute(
        "create table rewrites (n integer)",
        "create table t (a integer not null default 1, b varchar(5), c integer)",
        "create function noted() returns event_trigger language plpgsql as"
            + " 'begin insert into rewrites values (1); end'",
        "create event trigger noted on table_rewrite execute function noted()");
    List<String> sent = new ArrayList<>();
    MigrationRunner runner =
        runner(
            sent,
            op -> {
              op.alterColumn(
                  "t",
                  column("a", integer()).notNull().serverDefault("1"),
                  column("a", bigint()).comment("now larger"));
              op.alterColumn("t", column("b", varchar(5)), column("b", integer()));
              op.dropColumn("t", "c");
              op.addColumn("t", column("d", date()).serverDefault("now()"));
            },
            op -> {
              op.alterColumn("t", column("a", bigint()), column("a", integer()));
              op.alterColumn("t", column("b", integer()), column("b", varchar(5)));
            });
    String joined =
        "alter table t\n"
            + "  alter column a drop default,\n"
            + "  alter column a type bigint,\n"
            + "  alter column a drop not null,\n"
            + "  alter column b type integer using b::integer,\n"
            + "  drop column c,\n"
            + "  add column d date default now()";

    assertThat(runner.script(runner.sql(Direction.UPGRADE, "head")))
        .contains(joined + ";\ncomment on column t.a is 'now larger';\n");
    runner.upgrade("head");
    assertThat(sent).containsExactly(joined, "comment on column t.a is 'now larger'");
    assertThat(database.query("select n from rewrites")).hasSize(1);

    sent.clear();
    runner.downgrade("base");
    assertThat(sent)
        .containsExactly(
            "alter table t\n  alter column a type integer,\n  alter column b type varchar(5)");
    assertThat(database.query("select n from rewrites")).hasSize(2);
  }

  @Test
  void are_seen_by_what_follows() {
    database.execute("create table t (a integer)", "insert into t values (1)");
    List<String> sent =
        upgrade(
            op -> {
              op.addColumn("t", column("b", integer()));
              assertThat(op.inspect().tables().get(0).column("b")).isPresent();
              op.addColumn("t", column("c", integer()));
              op.execute("update t set c = 3");
              op.addColumn("t", column("d", integer()));
              op.connection(
                  c -> {
                    try (Statement statement = c.createStatement()) {
                      statement.execute("update t set d = 4");
                    }
                  });
              op.addColumn("t", column("e", integer()));
              op.autocommit(o -> o.execute("vacuum t"));
              op.addColumn("t", column("f", integer()));
              op.addColumn("t", column("g", integer()));
              op.backfill("t", "g", "7");
              op.addColumn("t", column("h", integer()));
            });

    assertThat(sent)
        .contains("alter table t\n  add column f integer,\n  add column g integer")
        .endsWith("alter table t add column h integer");
    assertThat(database.query("select * from t"))
        .containsExactly(List.of("1", "null", "3", "4", "null", "null", "7", "null"));
  }

  @Test
  void stay_apart_where_one_needs_the_other() {
    database.execute("create table t (a text, b text)", "insert into t values ('1', '2')");
    List<String> sent =
        upgrade(
            op -> {
              op.alterColumn("t", column("b", text()), column("b", integer()), "b::integer + 1");
              op.alterColumn("t", column("a", text()), column("a", integer()), "b + 1");
              op.addColumn("t", column("c", integer()));
              op.dropColumn("t", "b");
              op.addColumn("t", column("b", text()).serverDefault("'new'"));
            });

    assertThat(sent).hasSize(4);
    assertThat(database.query("select a, b from t")).containsExactly(List.of("4", "new"));
  }

  @Test
  void name_the_statement_that_failed() {
    database.execute("create table t (a text)", "insert into t values ('x')");

    assertThatThrownBy(
            () ->
                upgrade(
                    op -> {
                      op.addColumn("t", column("b", integer()));
                      op.alterColumn("t", column("a", text()), column("a", integer()));
                    }))
        .isInstanceOf(MigrationFailed.class)
        .hasMessageContaining("Upgrade to revision a1")
        .hasMessageContaining("alter column a type integer")
        .hasMessageContaining("invalid input syntax for type integer: \"x\"");
    assertThat(database.query("select * from t")).containsExactly(List.of("x"));
  }

  @ParameterizedTest
  @EnumSource
  void leave_any_table_as_they_would_one_by_one(PostgreSqlVersion version) throws SQLException {
    Random random = new Random(TestSeed.of("JoinedColumnChangesTest"));
    int compared = 0;
    int shorter = 0;
    try (TestDatabase tried = TestDatabase.create(version);
        Connection connection = tried.connect()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < 300; i++) {
        List<SqlStatement> single = new RandomChanges(random).statements();
        List<SqlStatement> joined = JoinedStatements.of(single);
        String expected = after(connection, single);
        if (expected != null) {
          compared++;
          shorter += joined.size() < single.size() ? 1 : 0;
          assertThat(after(connection, joined)).as("%s", joined).isEqualTo(expected);
        }
      }
    }
    assertThat(compared).isGreaterThan(30);
    assertThat(shorter).isGreaterThan(30);
  }

  /** The table after the statements, or null where the database refuses one. */
  private static @Nullable String after(Connection connection, List<SqlStatement> statements)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table t (a integer, b text default '7', c bigint not null)");
      statement.execute("insert into t values (1, '2', 3), (null, '5', 6)");
      for (SqlStatement each : statements) {
        statement.execute(each.sql());
      }
      return rows(
              statement,
              "select column_name, data_type, is_nullable, column_default, col_description("
                  + "'t'::regclass, ordinal_position) from information_schema.columns"
                  + " where table_name = 't' order by 1")
          + rows(statement, "select to_jsonb(t)::text from t order by 1");
    } catch (SQLException e) {
      return null;
    } finally {
      connection.rollback();
    }
  }

  private static String rows(Statement statement, String sql) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          text.append(rows.getString(i)).append(' ');
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** A few changes of the columns of the table t, most of which the database allows. */
  private static final class RandomChanges {

    private static final QualifiedName T = QualifiedName.of("t");

    private final Random random;
    private final TreeMap<String, Column> columns = new TreeMap<>();

    RandomChanges(Random random) {
      this.random = random;
      columns.put("a", Column.of("a", SqlType.parse("integer")));
      columns.put("b", Column.of("b", SqlType.parse("text")).withServerDefault("'7'"));
      columns.put("c", Column.of("c", SqlType.parse("bigint")).withNullable(false));
    }

    List<SqlStatement> statements() {
      List<SqlStatement> statements = new ArrayList<>();
      for (int i = 2 + random.nextInt(6); i > 0; i--) {
        statements.addAll(new PostgreSqlRenderer().render(operation(), Schema.empty()));
      }
      return statements;
    }

    private <T> T any(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }

    private Operation operation() {
      String name = any(List.of("a", "b", "c", "d", "e"));
      Column from = columns.get(name);
      if (from == null) {
        Column added = changed(Column.of(name, SqlType.parse("integer"))).withNullable(true);
        columns.put(name, added);
        return new AddColumn(T, added);
      }
      int kind = random.nextInt(12);
      if (kind == 0) {
        return new CommentTable(T, null, "t");
      } else if (kind == 1 && !columns.containsKey("e")) {
        columns.put("e", columns.remove(name).withName("e"));
        return new RenameColumn(T, name, "e");
      } else if (kind < 4) {
        columns.remove(name);
        return new DropColumn(T, from);
      }
      Column to = changed(from);
      columns.put(name, to);
      boolean retyped = !from.type().equals(to.type());
      @Nullable String using =
          retyped && random.nextInt(3) == 0
              ? "length(" + any(List.copyOf(columns.keySet())) + "::text)::" + to.type().name()
              : null;
      return new AlterColumn(T, from, to, using);
    }

    private Column changed(Column column) {
      Column changed = column;
      int kind = random.nextInt(7);
      if (kind < 4) {
        changed = changed.withType(SqlType.parse(any(List.of("integer", "bigint", "text"))));
      }
      if (kind == 3 || kind == 4) {
        changed = changed.withServerDefault(any(List.of("1", "2")));
      } else if (kind == 5) {
        changed = changed.withNullable(random.nextBoolean()).withServerDefault(null);
      } else if (kind == 6) {
        changed = changed.withComment(any(List.of("one", "two")));
      }
      return changed;
    }
  }
}
