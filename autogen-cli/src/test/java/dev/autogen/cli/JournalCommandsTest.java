package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about what the journal says of revisions. */
class JournalCommandsTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private TestProject project() {
    return TestProject.at(directory, database.url());
  }

  @Test
  void the_status_shows_each_revision_as_the_database_knows_it() throws Exception {
    TestProject project = project();
    assertThat(project.run("history").err()).startsWith("There are no revisions here; ");
    assertThat(project.run("heads", "-q").all()).isEmpty();
    assertThat(project.run("status").out()).startsWith("There are no revisions here; ");
    project.migration("aaa1", "", "op.execute(\"create table a ()\");");
    project.migration("bbb2", "aaa1", "");
    project.migration("ccc3", "bbb2", "");
    project.migration("ddd4", "ccc3", "");
    project.run("upgrade", "ccc3");
    project.migration("aaa1", "", "op.execute(\"create table edited ()\");");

    Result status = project.run("status");

    assertThat(status.code()).isZero();
    assertThat(status.out())
        .containsPattern("(?m)^REVISION +STATE +APPLIED \\(UTC\\) +TOOK +BY +MESSAGE$")
        .containsPattern(
            "(?m)^aaa1 +applied, edited +\\d{4}-\\d\\d-\\d\\d [\\d:]{8} +\\d+ ms +\\S+")
        .containsPattern("(?m)^ccc3 \\(current\\) +applied .* step ccc3$")
        .containsPattern("(?m)^ddd4 +pending +step ddd4$")
        .contains("1 revision is pending: run 'autogen upgrade'.", "'autogen repair aaa1'");

    Files.delete(directory.resolve("src/main/java/db/migrations/M_ddd4.java"));
    Files.delete(directory.resolve("src/main/java/db/migrations/M_ccc3.java"));
    project.migration("eee5", "aaa1", "");
    project.migration("bbb2", "eee5", "");
    database.execute("update autogen_version set version = 'bbb2'");
    JsonObject json = JsonParser.object().from(project.run("status", "--format", "json").out());

    assertThat(json.getArray("revisions").stream().map(StatusLine::of))
        .containsExactly(
            "aaa1 applied [edited]",
            "eee5 applied [out of order]",
            "bbb2 applied [edited]",
            "ccc3 applied [missing]");
    assertThat(json.getArray("revisions").getObject(0))
        .containsKeys("applied", "milliseconds", "by", "message", "location");
  }

  /** A revision of the JSON in one line. */
  private static final class StatusLine {

    static String of(Object revision) {
      JsonObject object = (JsonObject) revision;
      return object.getString("id")
          + " "
          + object.getString("state")
          + " "
          + object.getArray("remarks");
    }
  }

  @Test
  void an_edited_file_is_accepted() {
    TestProject project = project();
    project.migration("aaa1", "", "");
    assertThat(project.run("repair", "aaa1").code()).isEqualTo(2);
    assertThat(project.run("repair", "aaa1").err()).contains("autogen upgrade aaa1");
    project.run("upgrade");
    project.migration("bbb2", "aaa1", "");
    project.migration("aaa1", "", "op.execute(\"select 1\");");
    assertThat(project.run("upgrade").err()).contains("'autogen repair aaa1'");

    Result repair = project.run("repair", "aa");

    assertThat(repair.code()).as(repair.err()).isZero();
    assertThat(repair.out())
        .containsPattern("(?m)^Recording the checksum [0-9a-f]{12} of .*M_aaa1.java in place of ")
        .contains("Revision aaa1 is accepted as it is.");
    assertThat(project.run("status").out()).doesNotContain("edited");
    assertThat(project.run("repair", "aaa1").out()).startsWith("Nothing to record");
    assertThat(project.run("repair", "aaa1", "--format=json").out())
        .contains("\"revision\":\"aaa1\"", "\"recorded\":[]");
    assertThat(project.run("repair", "zzz").code()).isEqualTo(2);
    assertThat(project.run("repair", "zzz").err())
        .contains("Can't locate revision identified by 'zzz'");
  }

  @Test
  void an_interrupted_step_is_settled_by_what_a_person_found() {
    TestProject project = project();
    project.migration("aaa1", "", "op.autocommit(o -> o.execute(\"alter system reset all\"));");
    project.run("upgrade");
    assertThat(project.run("repair", "aaa1", "--done").err())
        .contains("no step of which the outcome is unknown", "'autogen status'");
    interrupt();

    assertThat(project.run("status").out())
        .containsPattern("aaa1 +partial")
        .contains("was interrupted");
    assertThat(project.run("repair", "aaa1").err()).contains("'autogen upgrade aaa1'", "--done");
    assertThat(project.run("repair", "aaa1", "--done", "--undone").code()).isEqualTo(2);
    Result undone = project.run("repair", "aaa1", "--undone");
    assertThat(undone.out())
        .contains("Recording step 1, the step, as not done; the next run repeats it.", "settled");
    assertThat(database.query("select * from autogen_journal where step = 1")).isEmpty();

    interrupt();
    assertThat(project.run("repair", "aaa1", "--done", "--format", "json").out())
        .contains("\"recorded\":[\"step 1, the step, as done; the next run goes on after it\"]");
    assertThat(database.queryValue("select state from autogen_journal where step = 1"))
        .isEqualTo("done");
  }

  /** Leaves the journal as a process leaves it that is killed within a step. */
  private void interrupt() {
    database.execute(
        """
        delete from autogen_version;
        delete from autogen_journal;
        insert into autogen_journal (id, step, revision, action, what, state, started_at)
          values (901, 0, 'aaa1', 'upgrade', 'M_aaa1', 'started', now());
        insert into autogen_journal (id, parent, step, revision, action, what, state, started_at)
          values (902, 901, 1, 'aaa1', 'upgrade', 'the step', 'started', now());
        """);
  }

  @Test
  void the_tables_are_made_without_running_anything() {
    TestProject project = project();
    project.migration("aaa1", "", "op.execute(\"create table a ()\");");

    assertThat(project.run("ensure-version").code()).isZero();
    assertThat(project.run("ensure-version", "--format", "json").out()).contains("\"current\":[]");
    assertThat(database.query("select tablename from pg_tables where schemaname = 'public'"))
        .hasSize(2);
  }

  @Test
  void branches_and_details_of_revisions_are_shown() throws IOException {
    TestProject project = project();
    project.migration("aaa1", "", "");
    assertThat(project.run("branches").out()).isEmpty();
    project.migration("bbb2", "aaa1", "");
    project.migration("ccc3", "aaa1", "");
    project.run("upgrade", "bbb2");

    assertThat(project.run("branches").out())
        .isEqualTo("aaa1 (branchpoint)\n    -> bbb2 (head)\n    -> ccc3 (head)\n");
    assertThat(project.run("branches", "-v").out()).contains("Revises:  <base>", "-> ccc3 (head)");
    assertThat(project.run("branches", "--format", "json").out()).contains("\"children\":[");
    assertThat(project.run("current", "-v").out()).contains("Revision: bbb2 (head)", "step bbb2");
    assertThat(project.run("heads", "-v").out()).contains("Revises:  aaa1", "step ccc3");
    assertThat(project.run("history", "-v").out()).contains("Revises:  aaa1", "step ccc3");
  }
}
