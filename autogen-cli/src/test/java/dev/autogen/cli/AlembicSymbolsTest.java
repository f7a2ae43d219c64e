package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names that Alembic has for revisions, and what it says where there is none. */
class AlembicSymbolsTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void write() {
    project =
        TestProject.at(directory, database.url())
            .migration("ae10", "", "")
            .migration("bf20", "ae10", "")
            .migration("c030", "bf20", "")
            .migration("d040", "c030", "");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private void at(String expected, String... command) {
    Result result = project.run(command);
    assertThat(result.code()).as(result.err()).isZero();
    String rows =
        database
            .query(
                "select coalesce(string_agg(version, ' ' order by version), '')"
                    + " from autogen_version")
            .get(0)
            .get(0);
    assertThat(rows).as(String.join(" ", command)).isEqualTo(expected);
  }

  private void shows(String revisions, String... command) {
    Result result = project.run(command);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(
            result
                .out()
                .lines()
                .map(line -> line.replaceFirst("^.* -> (\\w+).*$", "$1"))
                .reduce("", (a, b) -> (a + " " + b).strip()))
        .as(String.join(" ", command))
        .isEqualTo(revisions);
  }

  private void refused(String words, String remedy, int code, String... command) {
    Result result = project.run(command);
    assertThat(result.err()).contains(words, remedy);
    assertThat(result.code()).isEqualTo(code);
  }

  @Test
  void along_one_line() {
    at("ae10", "upgrade", "+1");
    at("c030", "upgrade", "ae10+2");
    at("d040", "upgrade", "head");
    at("bf20", "downgrade", "-2");
    at("bf20", "upgrade", "current");
    at("c030", "upgrade", "c0");
    at("d040", "upgrade", "heads");
    at("c030", "downgrade", "head-1");
    at("ae10", "downgrade", "ae");
    at("", "downgrade", "base");
    at("d040", "stamp", "head");
    shows("d040 c030 bf20 ae10", "history", "-r", "-3:current");
    at("bf20", "stamp", "d040-2");
    shows("c030 bf20 ae10", "history", "-r", ":c0");
    shows("d040 c030", "history", "-r", "c0:");
    shows("c030 bf20", "history", "-r", "bf:c0");
    shows("bf20 ae10", "history", "-r", "-1:current");
    shows("d040 c030 bf20", "history", "-r", "current:");
  }

  @Test
  void along_branches() {
    project
        .migration("e050", "bf20", "")
        .write(
            "src/main/java/db/migrations/M_s001.java",
            """
            package db.migrations;
            import dev.autogen.migration.*;
            @Revision(id = "s001", branchLabels = "shop")
            public final class M_s001 implements Migration {
              @Override public void upgrade(Operations op) {}
              @Override public void downgrade(Operations op) {}
            }
            """)
        .migration("s002", "s001", "")
        .migration("s003", "s002", "");

    at("s002", "upgrade", "shop@+2");
    at("s003", "upgrade", "shop@head");
    at("d040 s003", "upgrade", "c030@head");
    at("d040 e050 s003", "upgrade", "heads");
    at("d040 e050 s002", "downgrade", "shop@-1");
    at("d040 e050", "downgrade", "shop@base");
    at("d040 s003", "stamp", "--purge", "c030@head", "shop@head");
    refused("Multiple head revisions are present", "autogen merge heads", 2, "upgrade", "head");
    refused("Multiple head revisions are present", "'heads'", 2, "revision", "--empty", "-m", "x");
  }

  @Test
  void what_there_is_not() {
    String unknown = "Can't locate revision identified by 'xyz'";
    for (String command : "upgrade downgrade show stamp repair".split(" ")) {
      refused(unknown, "autogen history", 2, command, "xyz");
    }
    refused("didn't produce 9 migrations", "autogen history", 2, "upgrade", "+9");
    refused("Multiple revisions start with", "be more specific", 2, "upgrade", ambiguous());
    refused("is not a range of revisions", "START:END", 2, "history", "-r", "ae10");
    project.compile(TestProject.USER);
    refused("Target database is not up to date", "autogen upgrade head", 3, "revision", "-m", "x");
    project.run("upgrade", "ae10");
    assertThat(project.run("current", "--check-heads").code()).isEqualTo(1);
  }

  /** The beginning that two revisions share. */
  private String ambiguous() {
    project.migration("ae11", "d040", "");
    return "ae1";
  }
}
