package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code status}, {@code current -v} and {@code upgrade} say of files that are not as run. */
class ChangedFilesTest {

  private static final String FOLDER = "src/main/java/db/migrations/";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void applied() {
    project =
        TestProject.at(directory, database.url())
            .migration("aaa1", "", "op.execute(\"create table a ()\");")
            .migration("bbb2", "aaa1", "op.execute(\"create table b ()\");")
            .migration("ccc3", "bbb2", "op.execute(\"create table c ()\");");
    assertThat(project.run("upgrade").code()).isZero();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void an_edited_file_is_reported_with_and_without_something_to_run() {
    project.migration("bbb2", "aaa1", "op.execute(\"create table other ()\");");
    reported(0, "edited", "revision bbb2 was edited after it was applied");

    project.migration("ddd4", "ccc3", "");
    assertThat(project.run("upgrade").err())
        .containsOnlyOnce("revision bbb2 was edited after it was applied")
        .contains("M_bbb2.java", "'autogen repair bbb2'");
  }

  @Test
  void a_renamed_class_is_an_edit() throws IOException {
    Path old = directory.resolve(FOLDER + "M_bbb2.java");
    project.write(FOLDER + "Renamed.java", Files.readString(old).replace("M_bbb2", "Renamed"));
    Files.delete(old);

    reported(0, "edited", "revision bbb2 was edited after it was applied");
  }

  @Test
  void a_deleted_file_of_the_head_is_reported_and_nothing_runs() throws IOException {
    Files.delete(directory.resolve(FOLDER + "M_ccc3.java"));
    project.migration("ddd4", "bbb2", "op.execute(\"create table d ()\");");

    reported(3, "missing", "ccc3");
    assertThat(database.query("select from pg_class where relname = 'd'")).isEmpty();
  }

  @Test
  void a_deleted_file_below_the_head_is_reported() throws IOException {
    Files.delete(directory.resolve(FOLDER + "M_bbb2.java"));
    project.migration("ccc3", "aaa1", "op.execute(\"create table c ()\");");

    reported(0, "missing", "revision bbb2 is applied, and its migration is gone");
  }

  @Test
  void a_file_put_below_applied_ones_is_reported() {
    project.migration("new1", "aaa1", "op.execute(\"create table n ()\");");
    project.migration("bbb2", "new1", "op.execute(\"create table b ()\");");

    reported(0, "out of order", "revision new1", "never ran");
  }

  @Test
  void line_ends_and_a_byte_order_mark_are_no_edit() throws IOException {
    for (Path file : project.migrations()) {
      Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));
    }

    for (String command : List.of("status", "upgrade", "current")) {
      Result result = project.run(command, "-v");
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.all()).doesNotContain("edited");
    }
    project.migration("ddd4", "ccc3", "op.execute(\"create table d ()\");");
    assertThat(project.run("upgrade").code()).isZero();
  }

  @Test
  void layout_comments_and_the_order_of_imports_are_no_edit() throws IOException {
    for (Path file : project.migrations()) {
      String source = Files.readString(file);
      Files.writeString(
          file,
          "/* Licence */\n"
              + source
                  .replace("import dev", "import java.util.List;\nimport dev")
                  .replace("{", " {\n\n// as a formatter writes it\n"));
    }
    reported(0, "edited", "revision bbb2 was edited after it was applied");
    for (String id : List.of("aaa1", "bbb2", "ccc3")) {
      assertThat(project.run("repair", id).code()).isZero();
    }

    for (Path file : project.migrations()) {
      String source = Files.readString(file).replace("/* Licence */", "/* Licence, 2026 */");
      Files.writeString(
          file,
          source
              .replace("import java.util.List;\n", "")
              .replace(".*;\n", ".*;\nimport java.util.List;\n")
              .replaceAll("// as.*", "")
              .replaceAll("(?s)/\\*\\* step .*?\\*/", ""));
    }
    for (String command : List.of("status", "upgrade", "current")) {
      Result result = project.run(command, "-v");
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.all()).doesNotContain("edited");
    }
  }

  private void reported(int upgradeCode, String state, String... words) {
    Result status = project.run("status");
    assertThat(status.code()).isZero();
    assertThat(status.out()).contains(state);
    Result current = project.run("current", "-v");
    assertThat(current.code()).as(current.err()).isZero();
    assertThat(current.all()).contains(words);
    Result upgrade = project.run("upgrade");
    assertThat(upgrade.code()).isEqualTo(upgradeCode);
    assertThat(upgrade.err()).contains(words);
  }
}
