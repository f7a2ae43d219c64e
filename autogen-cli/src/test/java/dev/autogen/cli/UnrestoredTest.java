package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no downgrade can bring back is said of a proof that holds. */
class UnrestoredTest {

  @TempDir Path directory;

  @Test
  void a_column_that_comes_back_comes_last_and_without_its_values() throws IOException {
    TestProject project =
        TestProject.at(directory, "embedded:postgresql")
            .compile(TestProject.USER_WITH_NAME.replace("String name;", "Integer aname;"));
    assertThat(project.run("revision", "--no-prove").code()).isZero();
    project.compile(TestProject.USER);

    Result result = project.run("revision", "-m", "drop the name");

    assertThat(result.out())
        .as(result.err())
        .contains("\nProven on PostgreSQL 18.")
        .contains(
            "\nThe downgrade does not bring back the values of users.aname, the order of the columns"
                + " of users.\n");
    assertThat(result.code()).isZero();
    Path file =
        project.migrations().stream()
            .filter(each -> each.toString().contains("drop_the_name"))
            .findFirst()
            .orElseThrow();
    assertThat(Files.readString(file).replaceAll("\\s+\\* ", " "))
        .contains(
            "downgrade restores the schema, but not the values of users.aname, the order of the"
                + " columns of users; tried with ",
            " rows in 1 table.");
    assertThat(project.run("prove", "head").out())
        .contains("not restored by the downgrade: the order of the columns of users");
  }
}
