package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code merge} says what the branches have in common, and tries both orders. */
class MergeCommandTest {

  @TempDir Path directory;
  private final TestDatabase shadow = TestDatabase.create();

  @AfterEach
  void drop() {
    shadow.close();
  }

  private TestProject branches(String one, String other) {
    TestProject project = new TestProject(directory);
    project.write("autogen.toml", config());
    project.migration("a1", "", "op.execute(\"create table users (id int)\");");
    project.migration("b2", "a1", one);
    project.migration("c3", "a1", other);
    return project;
  }

  private String config() {
    return "[database]\nurl = \"jdbc:postgresql://localhost/unused\"\n[shadow]\nurl = \"%s\"\n"
        .formatted(shadow.url());
  }

  private static String addColumn(String definition) {
    return "op.addColumn(\"users\", dev.autogen.migration.Definitions.column(" + definition + "));";
  }

  private static final String TEXT = "dev.autogen.migration.Definitions.text()";

  @Test
  void branches_that_touch_one_table_are_named_and_may_be_in_order() throws Exception {
    TestProject project = branches(addColumn("\"a\", " + TEXT), addColumn("\"b\", " + TEXT));

    Result merge = project.run("merge", "heads", "--rev-id", "m9");

    assertThat(merge.code()).as(merge.all()).isZero();
    assertThat(merge.out())
        .contains("Several branches change the table users:")
        .contains("  b2: add column users.a text", "  c3: add column users.b text")
        .contains("Proven on PostgreSQL", "lead to one catalog in both orders");
    Path file =
        project.migrations().stream().filter(p -> p.toString().contains("m9")).findAny().get();
    assertThat(Files.readString(file).replaceAll("\\s+\\*?\\s*", " "))
        .contains("one catalog in both");
  }

  @Test
  void an_order_that_matters_is_told() {
    TestProject project =
        branches(
            "op.execute(\"alter table users add a text default 'b2'\");",
            "op.execute(\"alter table users add if not exists a text default 'c3'\");");

    Result merge = project.run("merge", "heads", "--rev-id", "m9");

    assertThat(merge.code()).isEqualTo(1);
    assertThat(merge.out())
        .contains("The branches change no object in common.")
        .contains("Revision b2 runs SQL of its own, so look at it too.")
        .contains("The proof on PostgreSQL");
    assertThat(merge.err())
        .contains("The proof on PostgreSQL")
        .contains("c3, then b2: Upgrade to revision b2", "column \"a\" of relation");
    assertThat(project.migrations()).hasSize(4);
  }

  @Test
  void catalogs_that_differ_are_compared() {
    TestProject project =
        branches(
            "op.execute(\"alter table users alter id set default 1\");",
            "op.execute(\"alter table users alter id set default 2\");");

    Result merge = project.run("merge", "heads", "--rev-id", "m9", "--format", "json");

    assertThat(merge.code()).isEqualTo(1);
    assertThat(merge.out())
        .contains("\"holds\":false", "after c3, then b2 instead of the other way round", "users")
        .contains("\"unknown\":{");
  }
}
