package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extension that the database has and the throwaway database has not. */
class MissingExtensionTest {

  private static final String EXTENSION = "autogen_elsewhere";
  private static final String REFUSAL =
      "the shadow database refuses \"create extension if not exists "
          + EXTENSION
          + " cascade\" (ERROR: extension \""
          + EXTENSION
          + "\" is not available): what depends on it is not proven; name a database that has it in"
          + " [shadow] url";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private Map<Path, String> files = Map.of();

  /** The files of the extension stand in the directory of this server alone. */
  @BeforeEach
  void install() throws IOException {
    String share =
        database.queryValue("select setting from pg_config where name = 'SHAREDIR'")
            + "/extension/";
    files =
        Map.of(
            Path.of(share + EXTENSION + ".control"),
            "default_version = '1.0'\nrelocatable = true\n",
            Path.of(share + EXTENSION + "--1.0.sql"),
            "create type plate as (country text, number text);\n");
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Files.writeString(file.getKey(), file.getValue());
    }
    database.execute("create extension " + EXTENSION);
  }

  @AfterEach
  void uninstall() throws IOException {
    database.close();
    for (Path file : files.keySet()) {
      Files.deleteIfExists(file);
    }
  }

  @Test
  void what_does_not_depend_on_it_is_proven_and_the_gap_is_named() throws IOException {
    TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);

    Result result = project.run("revision");

    assertThat(result.out()).contains("\nProven on PostgreSQL 18.");
    assertThat(result.err()).contains("warning: " + REFUSAL);
    assertThat(result.code()).isZero();

    Files.delete(project.migrations().get(0));
    assertThat(project.run("revision").err()).contains("warning: " + REFUSAL);
  }

  @Test
  void what_depends_on_it_is_marked_unproven() throws IOException {
    TestProject project =
        TestProject.at(directory, database.url())
            .compile(
                TestProject.USER.replace(
                    "String email;",
                    "String email; @Column(columnDefinition = \"plate\") String p;"));

    Result result = project.run("revision");

    assertThat(result.err())
        .contains("Not proven.", "warning: " + REFUSAL, "type \"plate\" does not exist");
    assertThat(Files.readString(project.migrations().get(0)))
        .contains("Generated from the model; not proven.");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").out()).isEqualTo("The database matches the entities.\n");
  }
}
