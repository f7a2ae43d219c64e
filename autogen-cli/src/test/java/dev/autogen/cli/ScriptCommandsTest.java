package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that print the SQL which they would run. */
class ScriptCommandsTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private TestProject project() {
    return TestProject.at(directory, database.url())
        .migration("aaa1", "", "")
        .migration("bbb2", "aaa1", "")
        .migration("ccc3", "aaa1", "");
  }

  private String current() {
    return database.query("select version from autogen_version order by 1").toString();
  }

  @Test
  void a_stamp_is_printed_from_where_the_database_is() {
    TestProject project = project();
    project.run("upgrade", "bbb2");

    Result script = project.run("stamp", "ccc3", "--sql", "--tag", "it's");

    assertThat(script.code()).as(script.err()).isZero();
    assertThat(current()).isEqualTo("[[bbb2]]");
    database.execute(script.out());
    assertThat(current()).isEqualTo("[[bbb2], [ccc3]]");
    assertThat(
            database.queryValue(
                "select distinct applied_by from autogen_journal where action = 'stamp'"))
        .endsWith(", it's");
    assertThat(project.run("stamp", "base", "--sql", "--format", "json").out())
        .contains("\"sql\":\"begin;");
  }

  @Test
  void a_stamp_between_revisions_or_of_everything_needs_no_database() {
    TestProject project = project();
    String[] nowhere = {"--url", "postgresql://localhost:1/none"};

    database.execute(project.run("stamp", "base:bbb2", "--sql", nowhere[0], nowhere[1]).out());
    assertThat(current()).isEqualTo("[[bbb2]]");
    database.execute(project.run("stamp", "bbb2:aaa1", "--sql", nowhere[0], nowhere[1]).out());
    assertThat(current()).isEqualTo("[[aaa1]]");
    database.execute("update autogen_version set version = 'gone'");
    database.execute(
        project.run("stamp", "heads", "--purge", "--sql", nowhere[0], nowhere[1]).out());
    assertThat(current()).isEqualTo("[[bbb2], [ccc3]]");

    Result two = project.run("stamp", "aaa1:bbb2", "base:ccc3", "--sql");
    assertThat(two.code()).isEqualTo(2);
    assertThat(two.err()).contains("only supports a single starting revision at a time");
  }

  @Test
  void the_tables_are_printed() {
    TestProject project = project();

    database.execute(project.run("ensure-version", "--sql").out());

    assertThat(current()).isEqualTo("[]");
    assertThat(project.run("current").out()).startsWith("base");
  }

  @Test
  void a_revision_is_printed_and_not_written() {
    TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);

    Result script = project.run("revision", "--sql");

    assertThat(script.code()).as(script.err()).isZero();
    assertThat(project.migrations()).isEmpty();
    database.execute(script.out());
    assertThat(project.run("check").code()).isZero();
    assertThat(project.run("revision", "--sql").out()).isEmpty();
    assertThat(project.run("revision", "--sql", "--empty", "-m", "x").code()).isEqualTo(2);
    project.migration("aaa1", "", "");
    assertThat(project.run("revision", "--sql").err())
        .contains("Target database is not up to date", "autogen upgrade");
  }

  @Test
  void the_history_is_drawn() {
    TestProject project = project();
    project.run("upgrade", "ccc3");

    assertThat(project.run("history", "--graph", "-i").out())
        .isEqualTo(
            """
            * ccc3 (head, current), step ccc3
            | * bbb2 (head), step bbb2
            |/
            * aaa1 (branchpoint), step aaa1
            """);
    assertThat(project.run("history", "--graph", "-v").out())
        .contains("| * Revision: bbb2 (head)\n| | Revises:  aaa1\n");
    assertThat(project.run("history", "--graph", "-r", "aaa1:ccc3").out().lines()).hasSize(2);
    assertThat(project.run("history", "-i", "--format", "json").out())
        .contains("\"current\":true", "\"head\":true", "\"branchLabels\":[]");
  }
}
