package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations that let others go on, written by hand. */
class OnlineOperationsTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void begin() {
    project =
        TestProject.at(directory, database.url())
            .migration(
                "aaa1",
                "",
                """
                op.execute("create table teams (id int primary key)");
                op.execute("create table people (a int, b text, n int, team int, primary key (a, b))");
                op.execute("create table bare (id int, n int)");
                """);
    ok(project.run("upgrade"));
    database.execute(
        "insert into teams values (1)",
        "insert into people select i / 10, 'k' || i, i, 1 from generate_series(1, 95) i",
        "insert into bare select i, 0 from generate_series(1, 25) i");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private static Result ok(Result result) {
    assertThat(result.code()).as(result.all()).isZero();
    return result;
  }

  @Test
  void meet_each_row_once_in_batches_along_a_key_of_several_columns() {
    project.migration(
        "bbb2",
        "aaa1",
        """
        op.backfillInBatches("people", "n = n + 1000", "n > 5", 10);
        op.backfillInBatches("bare", "n = 1", "n = 0", 10);
        """);

    ok(project.run("upgrade"));

    assertThat(database.queryValue("select sum(n) from people"))
        .isEqualTo(String.valueOf(95 * 96 / 2 + 90 * 1000));
    assertThat(database.queryValue("select count(*) from bare where n = 1")).isEqualTo("25");
    assertThat(database.queryValue("select count(distinct xmin::text) from people where n > 1000"))
        .isEqualTo("9");
  }

  @Test
  void stop_where_a_condition_never_ends() {
    project.migration(
        "bbb2", "aaa1", "op.backfillInBatches(\"bare\", \"n = n + 1\", \"n >= 0\", 5);");

    Result result = project.run("upgrade");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err())
        .contains("of bare, and the condition \"n >= 0\" still holds", "no primary key");
  }

  @Test
  void go_on_where_a_row_stopped_them() {
    project.migration(
        "bbb2",
        "aaa1",
        """
        op.addUniqueOnline("people", Definitions.unique("n").named("people_n"));
        op.setNotNullOnline("people", "n");
        op.addForeignKeyOnline(
            "people", Definitions.foreignKey("team").references("teams", "id").named("people_team"));
        op.addColumn("people", Definitions.column("x", Definitions.integer()));
        """);
    database.execute("update people set n = null where a = 0 and b = 'k3'");

    Result stopped = project.run("upgrade");
    assertThat(stopped.code()).isEqualTo(3);
    assertThat(stopped.err())
        .contains("people_n_is_set", "is violated by some row", "'autogen upgrade'");
    database.execute("update people set n = 3 where a = 0 and b = 'k3'");
    ok(project.run("upgrade"));

    assertThat(
            database.queryValue(
                "select string_agg(conname || ' ' || convalidated, ',' order by conname) from"
                    + " pg_constraint where conrelid = 'people'::regclass and contype <> 'n'"))
        .isEqualTo("people_n true,people_pkey true,people_team true");
    assertThat(
            database.queryValue(
                "select attnotnull from pg_attribute where attrelid = 'people'::regclass and"
                    + " attname = 'n'"))
        .isEqualTo("t");
    assertThat(database.queryValue("select count(*) from pg_index where not indisvalid"))
        .isEqualTo("0");
    assertThat(ok(project.run("drift")).out()).contains("is what the history makes");
    assertThat(ok(project.run("lint", "bbb2", "--fail-on", "warning")).out())
        .doesNotContain("warning AG");
  }

  @Test
  void are_written_as_a_script() {
    project.migration(
        "bbb2",
        "aaa1",
        """
        op.addColumn("people", Definitions.column("x", Definitions.integer()));
        op.addCheckOnline("people", Definitions.check("n > 0").named("people_positive"));
        op.backfillInBatches("people", "x = 1", "x is null", 10);
        op.addColumn("people", Definitions.column("y", Definitions.integer()));
        """);
    String script = ok(project.run("upgrade", "--sql")).out();

    assertThat(script)
        .containsSubsequence(
            "add column x integer",
            "commit;",
            "add constraint people_positive check (n > 0) not valid;",
            "validate constraint people_positive;",
            "loop update people set x = 1",
            "begin;",
            "add column y integer",
            "commit;");
  }
}
