package dev.autogen.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgreSqlTest {

  private static final Duration WAIT = Duration.ofSeconds(20);

  @TempDir Path directory;

  @Test
  void keeps_its_data_and_ends_with_its_command() throws Exception {
    Path home = directory.resolve("with space/postgresql");
    List<String> progress = new ArrayList<>();
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(home, WAIT, progress::add)) {
      execute(server, "create table kept (id int)");
      execute(server, "insert into kept values (42)");
    }
    assertThat(progress).anyMatch(line -> line.startsWith("creating a PostgreSQL database"));
    assertThat(home.resolve("data/postmaster.pid")).doesNotExist();

    progress.clear();
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(home, WAIT, progress::add);
        Connection connection = connect(server);
        ResultSet row = connection.createStatement().executeQuery("select id from kept")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isEqualTo(42);
    }
    assertThat(progress).isEmpty();
  }

  @Test
  void serves_one_command_at_a_time() throws Exception {
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(directory, WAIT, line -> {})) {
      assertThat(server.jdbcUrl("postgres")).startsWith("jdbc:postgresql://127.0.0.1:");
      assertThatThrownBy(
              () -> EmbeddedPostgreSql.start(directory, Duration.ofMillis(50), line -> {}))
          .isInstanceOf(AutogenException.class)
          .hasMessageContaining("in use by another autogen command")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void lets_nobody_in_without_its_password() throws Exception {
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(directory, WAIT, line -> {})) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  /** Earlier versions had one password for all data directories of a user, in the directory. */
  @Test
  void a_directory_of_an_earlier_version_gets_a_password_of_its_own() throws Exception {
    Path copied = sharedPassword();
    EmbeddedPostgreSql.start(directory, WAIT, line -> {}).close();
    setPassword(Files.readString(copied).strip());
    Files.delete(directory.resolve("data.password"));
    Files.copy(copied, directory.resolve("data/autogen.password"));

    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(directory, WAIT, line -> {})) {
      execute(server, "select 1");
      assertThat(server.password()).isNotEqualTo(Files.readString(copied).strip());
    }
    assertThat(directory.resolve("data/autogen.password")).doesNotExist();
  }

  private void setPassword(String password) throws SQLException {
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(directory, WAIT, line -> {})) {
      execute(server, "alter role postgres password '" + password + "'");
    }
  }

  private static Path sharedPassword() throws IOException {
    ServerUser user = ServerUser.of(Path.of(System.getProperty("java.io.tmpdir")));
    Binaries binaries = Programs.bundled(line -> {}).in(user.cache());
    return PreparedData.password(PreparedData.of(binaries, user).data());
  }

  @Test
  void does_not_outlive_a_command_that_is_killed() throws Exception {
    Process command =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Held.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(command.getInputStream().read()).isEqualTo('R');
    long postmaster =
        Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0).strip());
    ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();

    command.destroyForcibly().waitFor();

    server.onExit().get(WAIT.toSeconds(), TimeUnit.SECONDS);
    try (EmbeddedPostgreSql next = EmbeddedPostgreSql.start(directory, WAIT, line -> {})) {
      execute(next, "select 1");
    }
  }

  @Test
  void clears_what_a_crash_of_everything_left() throws Exception {
    EmbeddedPostgreSql.start(directory, WAIT, line -> {}).close();
    String reused = Long.toString(ProcessHandle.current().pid());
    Files.writeString(
        directory.resolve("data/postmaster.pid"),
        String.join("\n", reused, directory.resolve("data").toString(), "0", "1", "", "", "", ""));

    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(directory, WAIT, line -> {})) {
      execute(server, "select 1");
    }
  }

  /** A command that holds its database until it is killed. */
  static final class Held {
    public static void main(String[] arguments) throws IOException, InterruptedException {
      EmbeddedPostgreSql.start(new File(arguments[0]).toPath(), WAIT, line -> {});
      System.out.print('R');
      System.out.flush();
      Thread.currentThread().join();
    }
  }

  private static void execute(EmbeddedPostgreSql server, String sql) throws SQLException {
    try (Connection connection = connect(server)) {
      connection.createStatement().execute(sql);
    }
  }

  private static Connection connect(EmbeddedPostgreSql server) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl("postgres"), server.user(), server.password());
  }
}
