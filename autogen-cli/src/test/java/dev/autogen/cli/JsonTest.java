package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results for programs: every command that reports prints one JSON value and nothing beside it. */
class JsonTest {

  /** What these do is seen elsewhere: in an editor, in a shell. */
  private static final Set<String> SILENT = Set.of("edit", "completion");

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void every_command_that_reports_prints_json() throws Exception {
    TestProject project = new TestProject(directory).with("DATABASE_URL", database.url());
    project.compile(TestProject.USER);
    Set<String> tried = new TreeSet<>(SILENT);
    for (String line :
        List.of(
            "list-templates",
            "init --template plain",
            "ensure-version --sql",
            "ensure-version",
            "check --classpath target/classes",
            "diff --classpath target/classes",
            "accept --classpath target/classes",
            "revision --empty -m a --rev-id aaa1",
            "revision --empty -m b --rev-id bbb2",
            "revision --empty -m c --rev-id ccc3 --head aaa1 --splice",
            "heads",
            "branches",
            "history -i --graph",
            "show aaa1",
            "stamp aaa1 --sql",
            "stamp aaa1",
            "upgrade heads --dry-run",
            "upgrade heads --sql",
            "upgrade heads",
            "current",
            "status",
            "repair aaa1",
            "merge heads --rev-id ddd4 --no-prove",
            "downgrade bbb2-1 --sql",
            "squash ddd4:ddd4 --no-prove",
            "drift",
            "prove aaa1",
            "lint aaa1",
            "review aaa1",
            "downgrade base")) {
      Result result = project.run((line + " --format json").split(" "));
      tried.add(line.split(" ")[0]);
      if (!line.startsWith("squash")) {
        assertThat(result.code()).as(line + "\n" + result.err()).isLessThan(2);
        assertThat(JsonParser.any().from(result.out())).as(line).isNotNull();
      }
      assertThat(project.run((line.split(" ")[0] + " --help").split(" ")).out())
          .contains("--format");
    }
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            CommandTree.of(new AutogenCommand(nowhere, nowhere, false, false, Map.of()))
                .getSubcommands()
                .keySet());
  }

  @Test
  void quiet_commands_print_nothing_but_what_was_asked_for() {
    TestProject project =
        TestProject.at(directory, database.url())
            .migration("aaa1", "", "")
            .compile(TestProject.USER);

    for (String line :
        List.of("ensure-version", "upgrade", "stamp head", "repair aaa1", "check", "downgrade")) {
      assertThat(project.run((line + " -q").split(" ")).all()).as(line).isEmpty();
    }
    assertThat(project.run("history", "-q").out()).contains("aaa1");
    assertThat(project.run("current", "-q").out()).contains("base");
  }
}
