package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.flyway.ProjectFlyway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project whose Flyway works in a schema of its own. */
class RunnerSchemaTest extends FlywayFixture {

  private static final String FOLDER = "src/main/resources/db/migration/";

  @BeforeEach
  void useASchema() throws IOException {
    project.append(
        "src/main/resources/application.properties", "spring.flyway.default-schema=shop\n");
    project.write(FOLDER + "V2__nick.sql", "alter table users add nick varchar(20);\n");
    project.write(FOLDER + "U2__nick.sql", "alter table users drop nick;\n");
    project.write(
        "autogen.toml",
        Files.readString(directory.resolve("autogen.toml"))
            .replace(database.url(), database.url() + "&currentSchema=shop"));
    project.compile(
        TestProject.USER_WITH_NAME
            .replace("nullable = false) String name", "length = 40) String name")
            .replace("String email;", "String email; @Column(length = 20) String nick;"));
  }

  private void migrateInSchema() throws IOException {
    try (Stream<Path> jars = Files.list(JARS);
        ProjectFlyway flyway =
            ProjectFlyway.load(
                jars.toList(),
                List.of(),
                Map.of(
                    "flyway.locations",
                    "filesystem:" + directory.resolve(FOLDER),
                    "flyway.defaultSchema",
                    "shop",
                    "flyway.placeholders.admin",
                    "root"))) {
      flyway.migrate(() -> DriverManager.getConnection(database.url()), null, null);
    }
  }

  @Test
  void its_files_are_proven_and_linted_there() {
    Result prove = ok("prove");

    assertThat(prove.out())
        .contains("1 holds on PostgreSQL", "2 holds on PostgreSQL 18.6 with 8 rows in 1 table")
        .doesNotContain("not tried");
    assertThat(ok("lint", "base:heads").out()).contains("V2__nick.sql:1 (2)");
  }

  @Test
  void a_revision_is_written_proven_and_run_there() throws IOException {
    migrateInSchema();

    Result revision = ok("revision", "-m", "add name");

    assertThat(text("V3__add_name.sql")).contains("alter table users add column name varchar(40);");
    assertThat(revision.out()).contains("Proven on PostgreSQL");
    migrateInSchema();
    ok("check");
    ok("check", "--against", "history");
    assertThat(database.queryValue("select count(*) from shop.users")).isEqualTo("1");
  }
}
