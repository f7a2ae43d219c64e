package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project whose database is a file of H2, from the first revision to its end. */
class H2ProjectTest {

  @TempDir Path directory;
  private TestProject project;
  private String url;

  @BeforeEach
  void create() {
    create("");
  }

  private void create(String settings) {
    url = "jdbc:h2:" + directory.resolve("data/dev") + settings + ";USER=sa";
    project = TestProject.at(directory, url).compile(TestProject.USER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
        ";MODE=MySQL",
        ";DATABASE_TO_UPPER=FALSE"
      })
  void revisions_are_written_proven_and_run(String settings) {
    create(settings);
    Result first = project.run("revision", "-m", "create users");
    assertThat(first.out())
        .as(first.err())
        .contains("create table users", "Proven on H2 2.")
        .contains("column(\"id\", bigint()).notNull().identity()");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").out()).contains("The database matches the entities.");

    execute("insert into users (email) values ('a@b'), ('c@d')");
    project.compile(TestProject.USER_WITH_NAME);
    assertThat(project.run("check").code()).isEqualTo(1);
    Result second = project.run("revision", "-m", "add name");
    assertThat(second.out()).contains("op.backfill(\"users\", \"name\"");
    assertThat(second.all()).contains("fails on rows", "users.name has no value in existing rows");
    assertThat(second.code()).isZero();
    assertThat(project.run("upgrade").all())
        .contains("users.name has no value in existing rows: give op.backfill its SQL expression");

    execute("delete from users");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").code()).isZero();
    assertThat(project.run("prove").all()).contains("it fails on 8 of 8 rows of users");
    assertThat(project.run("check", "--against", "history").code()).isZero();
    assertThat(project.run("downgrade", "base").code()).isZero();
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").code()).isZero();
  }

  @Test
  void a_script_begins_no_transaction_around_what_commits_by_itself() {
    project.run("revision", "-m", "create users");
    String script = project.run("upgrade", "--sql").out();
    int created = script.indexOf("create table users");
    assertThat(script.substring(0, created))
        .endsWith("-- Upgrade to " + id(script) + ": create users\n");
    assertThat(script.indexOf("insert into autogen_version")).isGreaterThan(created);
  }

  private static String id(String script) {
    String after = script.substring(script.indexOf("-- Upgrade to ") + "-- Upgrade to ".length());
    return after.substring(0, after.indexOf(':'));
  }

  @Test
  void a_view_is_made_again_around_the_change_of_its_column() {
    project.run("revision", "-m", "create users");
    project.run("upgrade");
    execute("create view addresses as select id, email from users where email <> ''");
    execute("insert into users (email) values ('a@b')");
    project.compile(TestProject.USER.replace("length = 100", "length = 120"));
    Result revision = project.run("revision", "-m", "longer");
    assertThat(revision.out()).contains("drop view addresses", "create view addresses");
    assertThat(revision.code()).isZero();
    assertThat(project.run("upgrade").code()).isZero();
    execute("insert into users (email) select 'c' || email from addresses");
    assertThat(project.run("check").code()).isZero();
  }

  @Test
  void an_index_may_be_called_like_a_table() {
    project.compile(
        TestProject.USER.replace(
            "@Table(name = \"users\")",
            "@Table(name = \"users\", indexes = @Index(name = \"users\", columnList = \"email\"))"));
    assertThat(project.run("revision", "-m", "create users").code()).isZero();
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").code()).isZero();
  }

  private void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + "\nin: " + sql, e);
    }
  }
}
