package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void no_configuration() {
    TestProject project = new TestProject(directory);
    refusedBy(project, 2, List.of("upgrade"), "No database is configured", "'autogen init'");
    refused(project, 2, "There is no class path to look for entities in");
    assertThat(directory.resolve(".autogen")).doesNotExist();
    project.write("autogen.toml", "[database]\nurl = 'embedded:postgresql'");
    refusedBy(project, 2, List.of("check"), "There is no class path to look for entities in");
    assertThat(directory.resolve(".autogen")).doesNotExist();
  }

  @Test
  void a_misspelt_setting() {
    TestProject project = new TestProject(directory).write("autogen.toml", "[model]\npackage = 1");
    refused(project, 2, "autogen.toml:2", "model.package", "did you mean model.packages?");
  }

  @Test
  void an_unreachable_database() {
    TestProject project =
        TestProject.at(directory, "postgresql://ann:s3cret@localhost:1/app")
            .compile(TestProject.USER);
    refused(project, 3, "Cannot connect to jdbc:postgresql://localhost:1/app as ann");
  }

  @Test
  void a_wrong_password() {
    database.execute(
        "do $$ begin if not exists (select from pg_roles where rolname = 'ann') then"
            + " create role ann login password 'right'; end if; end $$");
    String url = database.url().replaceAll("\\?.*", "").replaceFirst("jdbc:", "");
    TestProject project =
        TestProject.at(directory, url.replace("://", "://nobody:s3cret@"))
            .compile(TestProject.USER);
    refused(project, 3, "Cannot connect to jdbc:postgresql://", " as nobody", "nobody");
  }

  @Test
  void a_url_of_no_known_form() {
    refused(TestProject.at(directory, "redis://:s3cret@h"), 2, "\"redis:\"", "postgresql://");
  }

  @Test
  void no_entity() {
    TestProject project =
        TestProject.at(directory, database.url())
            .compile("package com.acme; public class Plain {}");
    database.execute("create table precious (id int)");
    refused(project, 2, "No entity found", "[model] classpath");
    assertThat(project.run("check").code()).isEqualTo(2);
  }

  @Test
  void entities_that_are_not_compiled() {
    refused(TestProject.at(directory, database.url()), 2, "not compiled", "target/classes");
  }

  @Test
  void an_entity_that_was_edited_since_it_was_compiled() {
    TestProject project =
        TestProject.at(directory, database.url())
            .write("src/main/java/com/acme/User.java", TestProject.USER)
            .compile(TestProject.USER);
    assertThat(project.run("check").err()).isEmpty();
    Path source = directory.resolve("src/main/java/com/acme/User.java");
    assertThat(source.toFile().setLastModified(System.currentTimeMillis() + 60_000)).isTrue();

    assertThat(project.run("check").err())
        .contains("src/main/java/com/acme/User.java changed since the classes were compiled");
  }

  @Test
  void a_hibernate_that_is_too_old() {
    TestProject project =
        TestProject.at(directory, database.url())
            .write(
                "autogen.toml",
                "[database]\nurl = '"
                    + database.url()
                    + "'\n[model]\nclasspath = ['target/classes', '"
                    + Path.of("target/older-libraries/hibernate-core-6.2.7.Final.jar")
                        .toAbsolutePath()
                    + "']\n");
    project.compile(TestProject.USER);

    refused(project, 2, "Hibernate 6.2.7.Final is too old", "6.5 and later", "hibernate-core");
  }

  @Test
  void a_mapping_error_of_hibernate() {
    TestProject project =
        TestProject.at(directory, database.url())
            .compile(
                "package com.acme; import jakarta.persistence.*;"
                    + " @Entity public class NoIdentifier { String name; }");
    refused(project, 2, "com.acme.NoIdentifier", "identifier");
    assertThat(project.run("-v", "check").err()).contains("\tat ");
  }

  @Test
  void a_database_that_is_not_at_the_head() {
    TestProject project =
        TestProject.at(directory, database.url())
            .compile(TestProject.USER)
            .migration("aaa1", "", "");
    refused(project, 3, "Target database is not up to date", "aaa1 (step aaa1)", "autogen upgrade");
  }

  @Test
  void an_unknown_or_ambiguous_revision() {
    TestProject project =
        TestProject.at(directory, database.url())
            .migration("abc1", "", "")
            .migration("abc2", "abc1", "");
    refusedBy(project, 2, List.of("upgrade", "xyz"), "Can't locate revision identified by 'xyz'");
    refusedBy(project, 2, List.of("upgrade", "abc"), "abc1", "abc2");
    refusedBy(project, 2, List.of("show", "xyz"), "Can't locate revision identified by 'xyz'");
    project.run("upgrade");
    database.execute("update autogen_version set version = 'gone'");
    refusedBy(project, 3, List.of("upgrade"), "gone");
  }

  @Test
  void a_revision_that_follows_a_missing_one() {
    TestProject project =
        TestProject.at(directory, database.url()).migration("abc1", "missing", "");
    refusedBy(project, 2, List.of("history"), "missing", "M_abc1.java");
  }

  @Test
  void two_heads() {
    TestProject project =
        TestProject.at(directory, database.url())
            .compile(TestProject.USER)
            .migration("aaa1", "", "")
            .migration("bbb2", "aaa1", "")
            .migration("ccc3", "aaa1", "");
    refused(project, 2, "Multiple head revisions are present", "bbb2", "ccc3");
  }

  @Test
  void a_migration_that_does_not_compile() {
    TestProject project =
        TestProject.at(directory, database.url()).migration("aaa1", "", "op.execude(\"x\");");
    refusedBy(project, 3, List.of("upgrade"), "M_aaa1.java", "execude");
    assertThat(database.query("select * from pg_tables where tablename like 'autogen%'")).isEmpty();
  }

  @Test
  void a_migration_that_fails_half_way() {
    TestProject project =
        TestProject.at(directory, database.url())
            .migration("aaa1", "", "op.execute(\"create table kept (id int)\");")
            .migration(
                "bbb2",
                "aaa1",
                "op.execute(\"create table half (id int)\");"
                    + "op.execute(\"select * from not_there\");");
    Result result = project.run("upgrade");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).startsWith("upgrade base -> aaa1").hasLineCount(1);
    assertThat(result.err())
        .contains("bbb2", "select * from not_there", "relation \"not_there\" does not exist");
    assertThat(database.query("select version from autogen_version")).isEqualTo(rows("aaa1"));
    assertThat(database.query("select * from pg_tables where tablename = 'half'")).isEmpty();
  }

  @Test
  void a_read_only_target() {
    TestProject project =
        TestProject.at(directory, database.url()).migration("aaa1", "", "op.execute(\"x\");");
    database.execute("alter database " + database.name() + " set transaction_read_only = on");
    database.execute(
        "alter database " + database.name() + " set default_transaction_read_only = on");
    refusedBy(project, 3, List.of("upgrade"), "read-only", "nothing was done");
  }

  @Test
  void a_migration_file_that_exists() throws IOException {
    TestProject project =
        TestProject.at(directory, database.url())
            .write(
                "autogen.toml",
                """
                [database]
                url = "%s"
                [model]
                classpath = ["target/classes"]
                [migrations]
                file-template = "Same"
                """
                    .formatted(database.url()))
            .compile(TestProject.USER)
            .write("src/main/java/db/migrations/Same.java", "class Same {}");
    Result result = project.run("revision", "-m", "x");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("Same.java exists already");
    assertThat(Files.readString(project.migrations().get(0))).isEqualTo("class Same {}");
  }

  @Test
  void misspelt_options_and_commands() {
    assertThat(new TestProject(directory).run("upgarde").err())
        .startsWith("autogen: There is no command 'upgarde'.\nDid you mean: autogen upgrade");
    assertThat(new TestProject(directory).run("upgrade", "-x", "a").err())
        .startsWith("autogen: Value for option '-x' (KEY=VALUE) should be in KEY=VALUE format");
    TestProject project = new TestProject(directory);
    refusedBy(project, 2, List.of("upgrade", "--dry-rnu"), "--dry-rnu");
    refusedBy(project, 2, List.of("reversion"), "reversion", "autogen revision");
    refusedBy(project, 2, List.of("history", "--format", "sql"), "autogen diff");
    refusedBy(project, 2, List.of("history", "--format", "xml"), "xml");
    refusedBy(project, 2, List.of("-d", "/not/there", "history"), "/not/there does not exist");
  }

  private static List<List<String>> rows(String value) {
    return List.of(List.of(value));
  }

  /** {@code revision} fails, says what is wrong, and writes nothing. */
  private static void refused(TestProject project, int code, String... words) {
    List<Path> before = project.migrations();
    refusedBy(project, code, List.of("revision", "-m", "change"), words);
    assertThat(project.migrations()).isEqualTo(before);
  }

  private static void refusedBy(
      TestProject project, int code, List<String> command, String... words) {
    Result result = project.run(command.toArray(String[]::new));
    assertThat(result.err()).contains(words).doesNotContain("s3cret", "\tat ", "Exception");
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(code);
  }
}
