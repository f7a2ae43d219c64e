package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was there before autogen is not upgraded from nothing. */
class UnmanagedDatabaseTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  private TestProject project() {
    TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);
    TestDatabase empty = TestDatabase.create();
    try (empty) {
      Result written =
          project.run(
              "--url", empty.url(), "revision", "-m", "users", "--rev-id", "a1", "--no-prove");
      assertThat(written.code()).as(written.all()).isZero();
    }
    return project;
  }

  @Test
  void a_person_is_told_how_to_note_where_it_is() {
    TestProject project = project();
    String create = project.run("upgrade", "base:head", "--sql").out();
    database.execute(create.replaceAll("(?s)insert into autogen.*?;", ""));
    database.execute("drop table if exists autogen_version, autogen_journal");

    Result refused = project.run("upgrade");

    assertThat(refused.code()).as(refused.all()).isEqualTo(3);
    assertThat(refused.err())
        .contains("was there before autogen", "revision a1", ": users.", "'autogen stamp a1'");
    assertThat(database.query("select 1 where to_regclass('autogen_version') is null")).hasSize(1);
    assertThat(project.run("stamp", "a1").code()).isZero();
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").code()).isZero();
  }

  @Test
  void tables_of_others_are_no_reason() {
    database.execute(
        "create table orders (id int)", "create schema other", "create table other.users ()");

    Result upgrade = project().run("upgrade");

    assertThat(upgrade.code()).as(upgrade.all()).isZero();
  }
}
