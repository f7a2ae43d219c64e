package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.OwnServer;
import dev.autogen.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shadow on a server that others use too gets nothing that outlasts its database. */
class SharedShadowServerTest {

  private final String role = "reporting_" + ProcessHandle.current().pid();
  private final TestDatabase database = TestDatabase.create();
  @TempDir Path directory;

  @AfterEach
  void drop() {
    database.execute("drop owned by " + role, "drop role " + role);
    database.close();
  }

  @Test
  void a_role_that_grants_name_is_not_made_there(@TempDir Path data) throws Exception {
    try (EmbeddedPostgres server = OwnServer.builder().setDataDirectory(data).start()) {
      TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);
      project.append(
          "autogen.toml",
          "[shadow]\nurl = \"" + server.getJdbcUrl("postgres", "postgres") + "\"\n");
      assertThat(project.run("revision").out()).contains("Proven on");
      assertThat(project.run("upgrade").code()).isZero();
      database.execute(
          "create role " + role,
          "create view mails as select email from users",
          "grant select on mails to " + role);
      project.compile(TestProject.USER.replace("length = 100", "length = 200"));

      Result revision = project.run("revision", "-m", "longer mail");

      assertThat(revision.out()).contains("grant select on mails to " + role);
      assertThat(revision.all())
          .contains("the server of [shadow] url has no role " + role)
          .contains("run 'create role " + role + "' there")
          .doesNotContain("Proven on");
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement();
          ResultSet roles =
              statement.executeQuery("select from pg_roles where rolname = '" + role + "'")) {
        assertThat(roles.next()).isFalse();
      }
    }
  }
}
