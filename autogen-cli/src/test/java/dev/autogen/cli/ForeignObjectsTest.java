package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.OwnServer;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects of a role without rights do nothing to whoever proves and runs a migration. */
@Tag("attack")
class ForeignObjectsTest {

  /** What a trigger tries, each on its own: to run a program, to write and read files, to rise. */
  private static final List<String> DEEDS =
      List.of(
          "copy (select 1) to program 'touch LOOT/program'",
          "copy (select 1) to 'LOOT/copy'",
          "perform lo_export(lo_from_bytea(0, 'x'), 'LOOT/export')",
          "perform pg_read_file('/etc/passwd'); perform lo_export(0, 'LOOT/read')",
          "alter role current_user superuser",
          "grant pg_execute_server_program to current_user;"
              + " execute 'copy (select 1) to program ''touch LOOT/granted'''",
          "execute 'set role autogen_administrator'; execute 'copy (select 1) to ''LOOT/role'''",
          "execute 'reset session authorization'; execute 'copy (select 1) to ''LOOT/reset'''",
          "create role rising superuser",
          "alter system set archive_command = 'touch LOOT/archive'");

  @TempDir Path directory;
  @TempDir Path loot;
  private String role;

  @BeforeEach
  void name() throws Exception {
    role = "attacker_" + ProcessHandle.current().pid();
    loot.toFile().setWritable(true, false);
  }

  @AfterEach
  void nothing() {
    assertThat(loot).isEmptyDirectory();
  }

  /** A database in which a role has put a trigger on the column that is going to change. */
  private TestDatabase database(PostgreSqlVersion version, TestProject project) {
    TestDatabase database = TestDatabase.create(version);
    project.write(
        "autogen.toml",
        "[database]\nurl = \""
            + database.url()
            + "\"\n[model]\nclasspath = [\"target/classes\"]\n");
    project.compile(TestProject.USER);
    assertThat(project.run("revision", "--no-prove").code()).isZero();
    assertThat(project.run("upgrade").code()).isZero();
    StringBuilder body = new StringBuilder("begin ");
    for (String deed : DEEDS) {
      body.append("begin ").append(deed).append("; exception when others then null; end; ");
    }
    body.append("return new; end");
    database.execute(
        "create role " + role,
        "grant usage, create on schema public to " + role,
        "alter table users owner to " + role,
        "set role "
            + role
            + "; create function strike() returns trigger language plpgsql as $f$"
            + body.toString().replace("LOOT", loot.toString())
            + "$f$; create trigger strike before insert or update of email on users for each row"
            + " when (new.email is not null) execute function strike()");
    project.compile(TestProject.USER.replace("length = 100", "length = 200"));
    return database;
  }

  private void drop(TestDatabase database) {
    database.execute("drop owned by " + role, "drop role " + role);
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void aTriggerInTheProofRunsNothing(PostgreSqlVersion version) {
    TestProject project = new TestProject(directory);
    TestDatabase database = database(version, project);
    try {
      Result revision = project.run("revision", "-m", "longer mail");

      assertThat(revision.out()).as(revision.err()).contains("CREATE TRIGGER strike");
      assertThat(revision.out()).as(revision.err()).contains("Proven on PostgreSQL");
    } finally {
      drop(database);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTriggerInAShadowOfOnesOwnRunsNothing(PostgreSqlVersion version, @TempDir Path data)
      throws Exception {
    TestProject project = new TestProject(directory);
    TestDatabase database = database(version, project);
    try (EmbeddedPostgres server = OwnServer.builder().setDataDirectory(data).start()) {
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create role " + role);
      }
      String url = server.getJdbcUrl("postgres", "postgres");
      project.append("autogen.toml", "[shadow]\nurl = \"" + url + "\"\n");

      Result revision = project.run("revision", "-m", "longer mail");

      assertThat(revision.out()).as(revision.err()).contains("CREATE TRIGGER strike");
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement();
          ResultSet mighty =
              statement.executeQuery(
                  "select rolname from pg_roles where rolsuper and rolname <> 'postgres'")) {
        assertThat(mighty.next()).isFalse();
      }
    } finally {
      drop(database);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMaterializedViewIsFilledAsItsOwner(PostgreSqlVersion version) throws SQLException {
    TestProject project = new TestProject(directory);
    TestDatabase database = database(version, project);
    try {
      database.execute("drop trigger strike on users", "insert into users (email) values ('a')");
      database.execute(
          "set role "
              + role
              + "; create function who() returns text language sql as 'select current_user::text';"
              + " create materialized view seen as select email, who() as who from users;"
              + " create index seen_who on seen (who)");
      assertThat(project.run("revision", "-m", "longer mail").out())
          .contains("create materialized view seen");

      assertThat(project.run("upgrade").code()).isZero();
      assertThat(database.query("select email, who from seen"))
          .isEqualTo(List.of(List.of("a", role)));
      assertThat(
              database.queryValue("select count(*) from pg_indexes where indexname = 'seen_who'"))
          .isEqualTo("1");

      assertThat(project.run("downgrade").code()).isZero();
      assertThat(database.query("select email, who from seen"))
          .isEqualTo(List.of(List.of("a", role)));
    } finally {
      drop(database);
    }
  }
}
