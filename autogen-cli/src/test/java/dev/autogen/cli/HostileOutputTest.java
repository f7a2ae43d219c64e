package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What others wrote, on a terminal and in the log of a build: it moves, hides and commands nothing.
 */
@Tag("attack")
class HostileOutputTest {

  private static final String HOSTILE =
      "\u001b[2J\u0007\u009b1m\u202e\u2066\u200b\u00ad\u2028\r\n::error::x\n##vso[task.x]y";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  private TestProject project() {
    return TestProject.at(directory, database.url()).compile(TestProject.USER);
  }

  private static Result harmless(Result result) {
    String all = result.all();
    assertThat(all).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\n\t]]");
    assertThat(all.lines())
        .noneMatch(line -> line.strip().matches("::\\w.*::.*"))
        .noneMatch(line -> line.contains("##vso["));
    return result;
  }

  @Test
  void names_and_comments_of_the_database() {
    TestProject project = project();
    database.execute(
        "create table \"t" + HOSTILE + "\" (\"c" + HOSTILE + "\" int default 1)",
        "comment on table \"t" + HOSTILE + "\" is '" + HOSTILE + "ä漢👩‍👩‍👧'",
        "create view \"v" + HOSTILE + "\" as select 1");

    Result diff = harmless(project.run("diff"));
    assertThat(diff.out()).contains("t\\u001b[2J\\u0007\\u009b1m\\u202e");
    assertThat(diff.out().lines()).as(diff.out()).allMatch(line -> line.startsWith("  "));
    Result check = harmless(project.run("check", "-v"));
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.err()).containsPattern("left out: view v\\\\u001b.*y \\(not a table\\)\n");
    harmless(project.run("diff", "--format", "java"));
    Result revision = harmless(project.run("revision", "-v", "-m", "gone"));
    assertThat(revision.out()).contains("ä漢", "public final class");
    assertThat(harmless(project.run("upgrade", "-v")).code()).as(revision.err()).isZero();
  }

  @Test
  void json_says_the_name_itself() throws Exception {
    TestProject project = project();
    database.execute("create table \"t" + HOSTILE + "\" (n int)");

    Result diff = harmless(project.run("diff", "--format", "json"));

    JsonArray operations = JsonParser.object().from(diff.out()).getArray("operations");
    assertThat(operations.stream().map(each -> ((JsonObject) each).getString("summary")))
        .anyMatch(summary -> summary.contains("t" + HOSTILE));
  }

  @Test
  void messages_of_a_server() {
    TestProject project = project();
    project.migration(
        "aaa1",
        "",
        "op.execute(\"do $x$ begin raise exception using message = \" + \"'m' || "
            + "E'\\\\x1b[2J\\\\n::stop-commands::x\\\\u202e', detail = E'd\\\\r\\\\n##vso[task.x]y'; end $x$\");");

    Result failed = harmless(project.run("upgrade", "-v"));

    assertThat(failed.code()).isEqualTo(3);
    assertThat(failed.err())
        .contains("m\\u001b[2J\n", "\\u003a:stop-commands::x\\u202e", "#\\u0023vso[task.x]y");
  }

  @Test
  void messages_of_revisions_and_the_journal() throws Exception {
    TestProject project = project().migration("aaa1", "", "");
    Path file = directory.resolve("src/main/java/db/migrations/M_aaa1.java");
    String coded = HOSTILE.chars().mapToObj("&#%d;"::formatted).reduce("", String::concat);
    Files.writeString(file, Files.readString(file).replace("step", "step" + coded));
    harmless(project.run("upgrade", "--dry-run"));
    harmless(project.run("upgrade", "-v"));
    database.execute(
        "update autogen_journal set applied_by = '" + HOSTILE + "', state = E'x\\x1b\\n::y::z'");

    for (String command : List.of("history", "heads", "show", "status", "current")) {
      Result plain = harmless(project.run(command));
      assertThat(plain.out()).doesNotContain("\n::").doesNotContain("\n##");
      harmless(project.run(command, "-v"));
    }
    assertThat(harmless(project.run("history")).out().lines()).hasSize(1);
    harmless(project.run("history", "--graph", "-v"));
    database.execute("update autogen_version set version = 'x" + HOSTILE + "'");
    for (String command : List.of("status", "current", "upgrade", "check")) {
      harmless(project.run(command, "-v"));
    }
  }

  @Test
  void arguments_and_settings() {
    TestProject project = project();
    harmless(project.run("--" + HOSTILE));
    harmless(project.run("show", "x" + HOSTILE));
    harmless(project.run("upgrade", HOSTILE));
    project.write("autogen.toml", "[\"a" + "\\u001b[2J\\n::error::x" + "\"]\nb = 1\n");
    harmless(project.run("history"));
    project.write("autogen.toml", "[diff]\nignore = [\"kind\\u001b\\n::error::x:y\"]\n");
    harmless(project.run("diff", "--url", database.url()));
  }
}
