package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that a command runs in one transaction. */
class TogetherTest {

  private static final String TABLES = "select * from pg_tables where schemaname = 'public'";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void write() {
    project =
        TestProject.at(directory, database.url())
            .append("autogen.toml", "[runner]\ntransaction-per-migration = false\n")
            .migration("aaa1", "", "op.execute(\"create table a (id int)\");")
            .migration("bbb2", "aaa1", "op.execute(\"create table b (id int)\");");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void revisions_take_effect_together() {
    Result upgrade = project.run("upgrade");

    assertThat(upgrade.out()).contains("upgrade base -> aaa1", "upgrade aaa1 -> bbb2");
    assertThat(
            database.query(
                "select distinct xmin::text from autogen_journal"
                    + " union select xmin::text from autogen_version"))
        .hasSize(1);
    assertThat(project.run("downgrade", "base").code()).isZero();
    assertThat(database.query("select * from autogen_version")).isEmpty();
  }

  @Test
  void none_takes_effect_where_one_fails() {
    project.migration("ccc3", "bbb2", "op.execute(\"select * from nowhere\");");

    Result upgrade = project.run("upgrade");

    assertThat(upgrade.code()).isEqualTo(3);
    assertThat(upgrade.err())
        .contains(
            "Upgrade to revision ccc3",
            "was rolled back, together with every other revision of this run");
    assertThat(database.query(TABLES + " and tablename in ('a', 'b')")).isEmpty();
    assertThat(database.query("select * from autogen_version")).isEmpty();
  }

  @Test
  void what_cannot_share_a_transaction_is_refused() {
    project.migration(
        "ccc3", "bbb2", "op.autocommit(o -> o.execute(\"create table c (id int)\"));");

    Result upgrade = project.run("upgrade");

    assertThat(upgrade.code()).isEqualTo(2);
    assertThat(upgrade.err())
        .contains("Revision ccc3", "op.autocommit", "transaction-per-migration = true");
    assertThat(database.query(TABLES + " and tablename in ('a', 'b', 'c')")).isEmpty();
    assertThat(project.run("upgrade", "--sql").err()).contains("op.autocommit");
    assertThat(project.run("upgrade", "bbb2").code()).isZero();
  }

  @Test
  void a_script_has_one_transaction_too() {
    String script = project.run("upgrade", "--sql").out();

    assertThat(script.split("\nbegin;|^begin;", -1)).hasSize(2);
    assertThat(script.split("\ncommit;", -1)).hasSize(2);
    database.execute(script);
    assertThat(project.run("current").out()).startsWith("bbb2 ");
  }
}
