package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What commands ask where somebody sits at a terminal: a real one, by {@code script}. */
@EnabledIf("hasScript")
class TerminalTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  static boolean hasScript() {
    return Files.isExecutable(Path.of("/usr/bin/script"))
        && System.getProperty("os.name").equals("Linux");
  }

  @BeforeEach
  void write() {
    project = TestProject.at(directory, database.url());
    project.write(
        "src/main/java/db/migrations/M_aaa1.java",
        """
        package db.migrations;
        import static dev.autogen.migration.Definitions.*;
        import dev.autogen.migration.*;
        @Revision(id = "aaa1")
        public final class M_aaa1 implements Migration {
          @Override public void upgrade(Operations op) {
            op.createTable("a", column("id", integer()));
          }
          @Override public void downgrade(Operations op) { op.dropTable("a"); }
        }
        """);
    assertThat(project.run("upgrade").code()).isZero();
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void an_upgrade_says_that_it_compiles() throws Exception {
    project.migration("bbb2", "aaa1", "op.execute(\"create table b ()\");");

    assertThat(onTerminal("", 0, "upgrade"))
        .contains("\r\u001b[Kcompiling 1 migration …\r\u001b[K", "aaa1 -> bbb2");
  }

  @Test
  void a_downgrade_that_loses_data_asks() throws Exception {
    assertThat(onTerminal("n\n", 1, "downgrade"))
        .contains("this downgrade loses data", "drop table a", "Go on? [y/N]", "Nothing was done");
    assertThat(database.query("select * from a")).isEmpty();
    assertThat(onTerminal("y\n", 0, "downgrade")).contains("downgrade aaa1 -> base");
    project.run("upgrade");
    assertThat(onTerminal("", 0, "downgrade", "--yes")).doesNotContain("Go on?");
    assertThat(onTerminal("", 0, "upgrade")).doesNotContain("Go on?");
    assertThat(project.run("downgrade").out()).contains("downgrade aaa1 -> base");
  }

  @Test
  void an_edited_revision_is_replaced_by_one_who_agrees() throws Exception {
    project.migration("bbb2", "aaa1", "op.execute(\"select 1\");");
    String[] replace = {"revision", "--replace", "--empty"};

    assertThat(onTerminal("n\n", 2, replace)).contains("Replace it? [y/N]", "Nothing was written");
    assertThat(project.run("history").out()).contains("bbb2");
    assertThat(onTerminal("y\n", 0, replace)).contains("Deleted ", "M_bbb2.java");
    assertThat(project.run("history").out()).contains("step bbb2").doesNotContain("bbb2 (");
    assertThat(project.migrations()).hasSize(2).noneMatch(file -> file.endsWith("M_bbb2.java"));
  }

  @Test
  void lines_of_a_comparison_are_cut_at_its_width() throws Exception {
    database.execute("create table users (id bigint primary key, email varchar(200) not null)");
    project.compile(TestProject.USER);
    String whole = project.run("check").out();
    assertThat(whole.lines()).anyMatch(line -> line.length() > 60).noneMatch(this::isCut);

    String narrow = onTerminal("", 1, 60, "check");
    assertThat(narrow.lines().filter(this::isCut).toList())
        .isNotEmpty()
        .allMatch(line -> plain(line).length() == 60);
    assertThat(narrow).contains("… (narrower)");
    assertThat(onTerminal("", 0, 60, "diff").lines()).anyMatch(this::isCut);
    assertThat(onTerminal("", 0, 60, "diff", "--format", "sql").lines()).noneMatch(this::isCut);
    assertThat(onTerminal("", 1, 60, "check", "-v")).doesNotContain("… (narrower)");
    assertThat(onTerminal("", 1, 0, "check")).doesNotContain("… (narrower)");
  }

  private static String plain(String line) {
    return line.replaceAll("\u001b\\[\\d+m", "").stripTrailing();
  }

  private boolean isCut(String line) {
    return plain(line).matches("  .*…( \\(narrower\\))?");
  }

  private String onTerminal(String typed, int code, String... arguments) throws Exception {
    return onTerminal(typed, code, 0, arguments);
  }

  private String onTerminal(String typed, int code, int width, String... arguments)
      throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Dautogen.home=" + System.getProperty("autogen.home"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.autogen.cli.Main"));
    words.addAll(List.of(arguments));
    String line = "stty cols " + width + "; '" + String.join("' '", words) + "'";
    Process process =
        new ProcessBuilder("/usr/bin/script", "-qec", line, "/dev/null")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isEqualTo(code);
    return output;
  }
}
