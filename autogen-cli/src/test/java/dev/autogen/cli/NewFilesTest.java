package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How and where the files of new migrations are written. */
class NewFilesTest {

  /** The usual form of a file, as the reference shows it. */
  static final String TEMPLATE =
      """
      package ${package};

      ${imports}

      ${javadoc}
      ${annotation}
      public final class ${class} implements Migration {

        @Override
        public void upgrade(Operations op) {
          ${upgrade}
        }

        @Override
        public void downgrade(Operations op) {
          ${downgrade}
        }

        ${methods}
      }
      """;

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private TestProject project(String settings) {
    return TestProject.at(directory, database.url()).append("autogen.toml", settings);
  }

  @Test
  void names_follow_the_settings() {
    TestProject project =
        project(
            """
            [migrations]
            file-template = "V{year}_{hour}_{rev}_{slug}"
            slug-length = 9
            timezone = "Pacific/Kiritimati"
            """);

    Result result = project.run("revision", "--empty", "-m", "add some columns", "--rev-id", "a1");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(project.migrations().get(0).getFileName().toString())
        .matches("V\\d{4}_\\d\\d_a1_add_some\\.java");
  }

  @Test
  void imports_are_explicit_where_that_is_set() throws Exception {
    TestProject project =
        project("[migrations]\nexplicit-imports = true\n")
            .compile(
                TestProject.USER.replace(
                    "String email;",
                    "String email; @ManyToOne @org.hibernate.annotations.OnDelete(action ="
                        + " org.hibernate.annotations.OnDeleteAction.CASCADE) User boss;"));

    assertThat(project.run("revision", "-m", "create users").code()).isZero();
    String source = Files.readString(project.migrations().get(0));
    assertThat(source)
        .doesNotContain("*;")
        .contains(
            """
            import static dev.autogen.migration.Definitions.bigint;
            import static dev.autogen.migration.Definitions.column;
            import static dev.autogen.migration.Definitions.foreignKey;
            import static dev.autogen.migration.Definitions.primaryKey;
            import static dev.autogen.migration.Definitions.unique;
            import static dev.autogen.migration.Definitions.varchar;
            import static dev.autogen.schema.ForeignKeyAction.CASCADE;

            import dev.autogen.migration.Migration;
            """
                .replace("dev.autogen.schema.ForeignKeyAction.CASCADE", constant(source)));
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").code()).isZero();
    assertThat(project.run("squash", "base:head", "-m", "all", "--no-prove").code()).isNotZero();
    assertThat(project.run("diff", "--format", "java").code()).isZero();
    project.compile(
        TestProject.USER_WITH_NAME.replace(
            "nullable = false) String name", "length = 7) String name"));
    assertThat(project.run("revision", "-m", "drop boss").code()).isZero();
    assertThat(project.run("squash", "base:head", "-m", "all").code()).isZero();
    for (Path file : project.migrations()) {
      assertThat(Files.readString(file)).as("%s", file).doesNotContain("*;");
    }
  }

  /** The constant that a source imports. */
  private static String constant(String source) {
    return source
        .lines()
        .filter(line -> line.endsWith(".CASCADE;"))
        .map(line -> line.substring("import static ".length(), line.length() - 1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hooks_run_once_a_file_is_written() throws Exception {
    TestProject project =
        project(
                """
                [[hooks]]
                name = "stamp"
                command = ["sed", "-i", "s/Review it/Reviewed/; 1i // of a hook", "{file}"]
                [[hooks]]
                name = "count"
                command = "sh -c 'wc -l < \\"$1\\" > count.txt' sh {file}"
                """)
            .compile(TestProject.USER);

    Result result = project.run("revision", "-m", "create users");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).contains("running the hook stamp", "running the hook count");
    String source = Files.readString(project.migrations().get(0));
    assertThat(source).startsWith("// of a hook\n").contains("proven on ");
    assertThat(result.out()).contains(source.stripTrailing());
    assertThat(Files.readString(directory.resolve("count.txt")).strip())
        .isEqualTo(String.valueOf(source.lines().count()));
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("merge", "heads").err()).doesNotContain("hook");
  }

  @Test
  void hooks_have_a_baseline_before_it_is_noted_as_applied() throws Exception {
    database.execute("create table users (id int primary key)");
    TestProject project =
        project("[[hooks]]\ncommand = \"sed -i '1i // of a hook' {file}\"\n")
            .compile(TestProject.USER);

    assertThat(project.run("init", "--from-database").code()).isZero();

    assertThat(Files.readString(project.migrations().get(0))).startsWith("// of a hook\n");
    assertThat(project.run("status").out()).doesNotContain("edited");
  }

  @Test
  void a_failing_hook_is_reported_and_the_file_stays() {
    TestProject project =
        project("[[hooks]]\nname = \"lint\"\ncommand = \"sh -c 'echo line too long; exit 7'\"\n");

    Result result = project.run("revision", "--empty", "-m", "x");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err())
        .contains("The hook 'lint' ended with code 7", "was written, and stays", "line too long");
    assertThat(project.migrations()).hasSize(1);
    project.write("autogen.toml", "[[hooks]]\ncommand = \"no-such-program {file}\"\n");
    Result missing = project.run("revision", "--empty", "-m", "y");
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.err()).contains("The hook 'no-such-program' does not start");
  }

  @Test
  void a_template_gives_files_another_form() throws Exception {
    TestProject project =
        project("[migrations]\ntemplate = \"migration.java.txt\"\n")
            .compile(
                TestProject.USER,
                """
                package com.acme;
                public abstract class Reviewed implements dev.autogen.migration.Migration {}
                """)
            .write(
                "migration.java.txt",
                "// Copyright ${year} Acme. All rights reserved.\n"
                    + TEMPLATE
                        .replace("${imports}", "import com.acme.Reviewed;\n${imports}")
                        .replace("implements Migration", "extends Reviewed")
                        .replace("${upgrade}", "System.getLogger(\"${id}\");\n    ${upgrade}"));

    Result result = project.run("revision", "-m", "create */ users");

    assertThat(result.code()).as(result.all()).isZero();
    String source = Files.readString(project.migrations().get(0));
    assertThat(source)
        .startsWith("// Copyright 2")
        .contains(" extends Reviewed {\n", "\n    op.createTable(\n", "proven on ")
        .doesNotContain("${", "\n\n\n", "\n\n}");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").code()).isZero();
    assertThat(project.run("diff", "--format", "java").code()).isZero();
  }

  @Test
  void a_template_that_makes_no_migration_is_refused() {
    TestProject project = project("[migrations]\ntemplate = \"migration.java.txt\"\n");
    refused(project, TEMPLATE.replace("${upgrade}", "${up}"), "unknown placeholder ${up}");
    refused(project, TEMPLATE.replace("${downgrade}", ""), "lacks ${downgrade}");
    refused(
        project,
        TEMPLATE.replace("${upgrade}", "op.frobnicate();\n    ${upgrade}"),
        "does not make a migration; nothing was written",
        "frobnicate");
    refused(
        project,
        TEMPLATE.replace("${annotation}", "// ${annotation}"),
        "does not make a migration; nothing was written");
    refused(project, TEMPLATE.replace("public final class", "public class"));
  }

  private static void refused(TestProject project, String template, String... words) {
    project.write("migration.java.txt", template);
    Result result = project.run("revision", "--empty", "-m", "x", "--rev-id", "a1");
    assertThat(result.code()).as(result.all()).isEqualTo(words.length == 0 ? 0 : 2);
    assertThat(List.of(words)).allMatch(result.err()::contains);
    assertThat(project.migrations()).hasSize(words.length == 0 ? 1 : 0);
  }

  @Test
  void a_revision_is_written_where_its_branch_lies() {
    TestProject project =
        project(
            "[migrations]\nlocations = [\"shop/src/main/java/com/shop/db\", \"plain/2026-11\"]\n");

    assertThat(path(project, "a1")).isEqualTo("src/main/java/db/migrations");
    assertThat(
            path(project, "b1", "--head=base", "--version-path=shop/src/main/java/com/shop/db/x"))
        .isEqualTo("shop/src/main/java/com/shop/db/x");
    assertThat(path(project, "b2", "--head=b1")).isEqualTo("shop/src/main/java/com/shop/db/x");
    assertThat(path(project, "a2", "--head=a1")).isEqualTo("src/main/java/db/migrations");
    assertThat(path(project, "c1", "--head=base", "--version-path=plain/2026-11"))
        .isEqualTo("plain/2026-11");
    Result elsewhere =
        project.run("revision", "--empty", "-m", "x", "--head=a2", "--version-path=elsewhere");
    assertThat(elsewhere.code()).isEqualTo(2);
    assertThat(elsewhere.err())
        .contains("is not represented in current version locations", "[migrations] locations");

    assertThat(project.run("upgrade", "heads").code()).isZero();
    assertThat(project.run("show", "b2").out()).contains("com/shop/db/x/M");
  }

  private String path(TestProject project, String id, String... options) {
    String[] arguments = new String[options.length + 6];
    System.arraycopy(
        new String[] {"revision", "--empty", "-m", "step " + id, "--rev-id", id},
        0,
        arguments,
        0,
        6);
    System.arraycopy(options, 0, arguments, 6, options.length);
    Result result = project.run(arguments);
    assertThat(result.code()).as(result.all()).isZero();
    String wrote = result.out().lines().findFirst().orElseThrow().replace("Wrote ", "");
    return directory.relativize(Path.of(wrote).getParent()).toString();
  }
}
