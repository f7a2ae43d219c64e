package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations of Flyway and Liquibase are measured at their lines, and accept hazards there. */
class LintSqlTest {

  @TempDir Path directory;

  private TestProject project(String format) {
    return new TestProject(directory)
        .write(
            "autogen.toml",
            """
            [database]
            url = "embedded:postgresql"
            [migrations]
            format = "%s"
            [model]
            classpath = ["%s/*.jar"]
            """
                .formatted(format, Path.of("target/autogen/" + format).toAbsolutePath()));
  }

  private static String places(Result result) {
    assertThat(result.code()).as(result.all()).isLessThan(2);
    return String.join(
        "\n",
        result.out().lines().filter(line -> line.matches("(note|warning|error) .*")).toList());
  }

  @Test
  void flyway() {
    TestProject project =
        project("flyway")
            .write(
                "src/main/resources/db/migration/V1__first.sql",
                "create table users (id bigint primary key, email varchar(100));\n")
            .write(
                "src/main/resources/db/migration/V2__second.sql",
                """
                -- autogen:accept AG101 few rows
                create index users_a on users (email);
                create index users_b
                  on users (email);

                -- what follows is brief
                -- autogen:accept AG101 it is not
                alter table users add column note text;
                create index concurrently users_c on users (email);
                """);

    Result result = project.run("lint", "1:2");

    assertThat(places(result))
        .isEqualTo(
            """
            warning AG101 src/main/resources/db/migration/V2__second.sql:3 (2)
            warning AG303 src/main/resources/db/migration/V2__second.sql:7 (2)
            note AG119 src/main/resources/db/migration/V2__second.sql:8 (2)""");
    assertThat(result.out())
        .contains(
            "create index concurrently users_b\n      on users (email);",
            "'set lock_timeout' before it ends that");
  }

  @Test
  void liquibase() {
    TestProject project =
        project("liquibase")
            .write(
                "src/main/resources/db/changelog/db.changelog-master.yaml",
                """
                databaseChangeLog:
                  - include:
                      file: db/changelog/one.sql
                  - include:
                      file: db/changelog/two.xml
                """)
            .write(
                "src/main/resources/db/changelog/one.sql",
                """
                --liquibase formatted sql

                --changeset me:1
                create table users (id bigint primary key, email varchar(100));

                --changeset me:2
                -- autogen:accept AG101 few rows
                create index users_a on users (email);
                create index users_b on users (email);
                """)
            .write(
                "src/main/resources/db/changelog/two.xml",
                """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                  <changeSet id="3" author="me">
                    <createIndex tableName="users" indexName="c"><column name="email"/></createIndex>
                  </changeSet>
                  <changeSet id="4" author="me">
                    <!-- autogen:accept AG101 few rows -->
                    <createIndex tableName="users" indexName="d"><column name="email"/></createIndex>
                  </changeSet>
                </databaseChangeLog>
                """);

    assertThat(places(project.run("lint", "1:4")))
        .isEqualTo(
            """
            warning AG101 src/main/resources/db/changelog/one.sql:9 (2)
            warning AG101 src/main/resources/db/changelog/two.xml:5 (3)""");
  }
}
