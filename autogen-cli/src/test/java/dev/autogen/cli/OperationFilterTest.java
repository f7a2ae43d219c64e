package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationFilterTest {

  private static final String FILTER =
      """
      package com.acme;
      import dev.autogen.operation.*;
      import java.util.*;
      public class Filter implements OperationFilter {
        @Override public List<Operation> filter(Operation proposed) { %s }
      }
      """;
  private static final String KEEPS_ARCHIVES =
      FILTER.formatted(
          """
          return proposed instanceof DropTable drop
                  && drop.table().name().name().endsWith("_archive")
              ? List.of() : List.of(proposed);
          """);

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void prepare() {
    project = TestProject.at(directory, database.url());
    database.execute("create table old_archive (id int primary key)");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private void asService() {
    project.write(
        "target/classes/META-INF/services/dev.autogen.operation.OperationFilter",
        "com.acme.Filter\n");
  }

  private void asSetting() {
    Path config = directory.resolve("autogen.toml");
    try {
      Files.writeString(
          config, Files.readString(config) + "[diff]\noperation-filter = \"com.acme.Filter\"\n");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_service_of_the_class_path_leaves_operations_out_everywhere() throws Exception {
    project.compile(TestProject.USER, KEEPS_ARCHIVES);
    asService();

    assertThat(project.run("diff").out()).isEqualTo("  create table users (2 columns)\n");
    assertThat(project.run("diff", "-v").err())
        .contains("left out: drop table old_archive (1 column) (com.acme.Filter)");
    Result revision = project.run("revision", "-m", "create users");
    assertThat(revision.code()).as(revision.all()).isZero();
    assertThat(revision.out()).contains("Proven on").doesNotContain("old_archive");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").out()).isEqualTo("The database matches the entities.\n");
  }

  @Test
  void a_filter_that_is_a_setting_and_a_service_is_asked_once() {
    project.compile(TestProject.USER, KEEPS_ARCHIVES);
    asService();
    asSetting();

    Result diff = project.run("diff", "-v");

    assertThat(diff.out()).isEqualTo("  create table users (2 columns)\n");
    assertThat(diff.err()).containsOnlyOnce("left out: drop table");
  }

  @Test
  void a_filter_may_put_others_in_the_place_of_an_operation() {
    project.compile(
        TestProject.USER,
        FILTER.formatted(
            """
            if (!(proposed instanceof CreateTable create)) return List.of(proposed);
            return List.of(
                proposed,
                new ExecuteSql(
                    "grant select on " + create.table().name() + " to public",
                    "revoke select on " + create.table().name() + " from public"));
            """));
    asSetting();

    Result revision = project.run("revision", "-m", "create users", "-v");

    assertThat(revision.out())
        .contains("op.execute(", "grant select on users to public", "Proven on")
        .contains("revoke select on users from public");
    assertThat(revision.err()).contains("replaced: create table users (2 columns) by");
  }

  @Test
  void what_is_ignored_is_no_reason_to_prove_on_a_copy() throws Exception {
    project.compile(TestProject.USER);
    Path config = directory.resolve("autogen.toml");
    Files.writeString(
        config, Files.readString(config) + "[diff]\nignore = [\"table:*_archive\"]\n");

    Result revision = project.run("revision", "-m", "create users");

    assertThat(revision.out()).contains("Proven on");
    assertThat(revision.err()).doesNotContain("copy");
  }

  @Test
  void a_filter_that_throws_is_named() {
    project.compile(TestProject.USER, FILTER.formatted("throw new IllegalStateException(\"no\");"));
    asSetting();

    Result diff = project.run("diff");

    assertThat(diff.code()).isEqualTo(3);
    assertThat(diff.err())
        .contains("The operation filter com.acme.Filter failed at \"drop table old_archive")
        .contains("IllegalStateException: no")
        .doesNotContain("\tat ");
    project.compile(FILTER.formatted("return null;"));
    assertThat(project.run("diff").err()).contains("com.acme.Filter failed", "it returned null");
  }

  @Test
  void a_filter_that_cannot_be_loaded_is_named() {
    project.compile(TestProject.USER);
    asSetting();
    Result missing = project.run("check");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("com.acme.Filter", "is not on the project's class path");

    project.compile("package com.acme; public class Filter {}");
    assertThat(project.run("check").err())
        .contains("com.acme.Filter", "does not implement dev.autogen.operation.OperationFilter");

    project.compile(KEEPS_ARCHIVES.replace("@Override", "private Filter() {} @Override"));
    assertThat(project.run("check").err()).contains("com.acme.Filter", "public constructor");
  }

  @Test
  void a_service_that_cannot_be_loaded_is_named() {
    project.compile(TestProject.USER);
    asService();

    Result check = project.run("check");

    assertThat(check.code()).isEqualTo(3);
    assertThat(check.err())
        .contains("META-INF/services/dev.autogen.operation.OperationFilter", "com.acme.Filter");
  }
}
