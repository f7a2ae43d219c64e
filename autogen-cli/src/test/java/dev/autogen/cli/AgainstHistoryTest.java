package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed migrations stand for a database. */
class AgainstHistoryTest {

  private static final String NOTE =
      "No database is configured: the entities are compared with what the committed migrations"
          + " make.\n";

  @TempDir Path directory;

  @Test
  void without_a_database_the_history_is_compared() {
    TestProject project =
        new TestProject(directory)
            .write("autogen.toml", "[model]\nclasspath = [\"target/classes\"]\n")
            .compile(TestProject.USER);

    Result drift = project.run("check");
    assertThat(drift.code()).isEqualTo(1);
    assertThat(drift.err()).contains(NOTE);
    assertThat(drift.out())
        .contains("  create table users (2 columns)\n", "The history differs from the entities.");

    assertThat(project.run("revision").out()).contains("\nProven on PostgreSQL 18.");
    Result equal = project.run("check");
    assertThat(equal.out()).isEqualTo("The history matches the entities.\n");
    assertThat(equal.code()).isZero();
    assertThat(project.run("diff", "-q").err()).isEmpty();
    assertThat(project.run("revision").out())
        .isEqualTo("No changes: the history matches the entities. Nothing was written.\n");
  }

  @Test
  void whoever_asks_for_the_database_must_have_one() {
    TestProject project = new TestProject(directory).compile(TestProject.USER);

    Result result = project.run("check", "--against", "database");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("No database is configured.").doesNotContain(NOTE);
  }
}
