package dev.autogen.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.file.Folders;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository brings along in the folder of the embedded server does nothing. */
@Tag("attack")
class HostileHomeTest {

  @TempDir Path directory;
  private Path home;
  private Path victim;

  @BeforeEach
  void place() throws IOException {
    home = directory.resolve(".autogen/postgresql");
    victim = Files.writeString(directory.resolve("bashrc"), "export A=1\n");
  }

  private EmbeddedPostgreSql start() {
    return EmbeddedPostgreSql.start(home, Duration.ofSeconds(20), line -> {});
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "server.log", "data.password", "data.password.new", "password"})
  void a_link_in_place_of_a_file_is_not_followed(String name) throws Exception {
    Files.createDirectories(home);
    Files.createSymbolicLink(home.resolve(name), victim);

    refuses(home.resolve(name) + " is a symbolic link");
    assertThat(victim).hasContent("export A=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "postgresql", "postgresql/data", "postgresql/data.new"})
  void a_link_in_place_of_a_folder_is_not_followed(String name) throws Exception {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Path link = directory.resolve(".autogen").resolve(name);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, elsewhere);

    refuses(link + " is a symbolic link");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postmaster.pid", "PG_VERSION", "pg_wal", "pg_tblspc/1", "base/1/1259"})
  void a_link_within_the_data_is_not_followed(String name) throws Exception {
    start().close();
    Path link = home.resolve("data").resolve(name);
    Folders.delete(link);
    Files.createSymbolicLink(link, victim);

    assertThatThrownBy(this::start).isInstanceOf(AutogenException.class);
    assertThat(victim).hasContent("export A=1");
    assertThat(link).isSymbolicLink();
  }

  /** Git writes over ignored files when a branch that has them is checked out. */
  @Test
  void settings_in_the_data_are_not_read() throws Exception {
    start().close();
    Path data = home.resolve("data");
    String hostile =
        "log_statement = all\nsession_preload_libraries = '/missing'\nport = 1\n"
            + "archive_mode = on\narchive_command = 'touch ran'\n";
    Files.writeString(data.resolve("postgresql.conf"), hostile);
    Files.writeString(data.resolve("postgresql.auto.conf"), hostile);
    Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");

    try (EmbeddedPostgreSql server = start()) {
      assertThat(answer(server, "show log_statement")).isEqualTo("none");
      assertThat(answer(server, "show archive_mode")).isEqualTo("off");
      assertThat(answer(server, "show session_preload_libraries")).isEmpty();
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "guess"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"recovery.signal", "standby.signal", "backup_label", "tablespace_map"})
  void what_makes_a_server_recover_is_refused(String name) throws Exception {
    start().close();
    Files.writeString(home.resolve("data").resolve(name), "1 /tmp\n");

    refuses(name + " was not written by autogen");
  }

  /** The triggers and functions in it would run as superuser. */
  @Test
  void data_that_somebody_else_made_are_refused() throws Exception {
    start().close();
    Files.writeString(home.resolve("data.password"), "0123456789abcdef0123456789abcdef\n");

    refuses("is not known to be yours");

    assertThatThrownBy(this::start)
        .hasMessageContaining("Delete " + home.toRealPath())
        .hasMessageContaining(
            "run 'echo " + KnownDatabases.key("0123456789abcdef0123456789abcdef") + " >> ");
  }

  /** The shadow is made again, so that nobody has to do anything. */
  @Test
  void throwaway_data_that_somebody_else_made_are_replaced() throws Exception {
    Duration wait = Duration.ofSeconds(20);
    Programs programs = Programs.bundled(line -> {});
    try (EmbeddedPostgreSql server =
        EmbeddedPostgreSql.startThrowaway(home, programs, wait, line -> {})) {
      execute(server, "create table hostile ()");
    }
    Files.writeString(home.resolve("data-18.password"), "0123456789abcdef0123456789abcdef\n");

    try (EmbeddedPostgreSql server =
        EmbeddedPostgreSql.startThrowaway(home, programs, wait, line -> {})) {
      assertThat(answer(server, "select to_regclass('hostile')")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data/autogen.password", "password"})
  void data_in_the_form_of_earlier_versions_are_refused_too(String name) throws Exception {
    start().close();
    Files.delete(home.resolve("data.password"));
    Files.writeString(home.resolve(name), "0123456789abcdef0123456789abcdef\n");

    refuses("is not known to be yours");
  }

  @Test
  void nobody_else_reads_what_is_in_the_folder() throws Exception {
    Files.createDirectories(home);
    Files.writeString(home.resolve("server.log"), "readable by all");
    Files.writeString(home.resolve("lock"), "readable by all");
    start().close();

    try (Stream<Path> all = Files.walk(home)) {
      assertThat(all.filter(path -> !path.equals(home)))
          .allSatisfy(
              path ->
                  assertThat(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
                      .doesNotContain(
                          PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
    }
    assertThat(Files.getPosixFilePermissions(home))
        .doesNotContain(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
  }

  @Test
  void each_data_directory_has_its_own_password() throws Exception {
    String first;
    try (EmbeddedPostgreSql server = start()) {
      first = server.password();
      assertThat(answer(server, "select rolpassword from pg_authid where rolname = 'postgres'"))
          .startsWith("SCRAM-SHA-256$1:");
      assertThat(answer(server, "show scram_iterations")).isEqualTo("1");
      assertThat(answer(server, "select auth_method from pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
    }
    try (EmbeddedPostgreSql server =
        EmbeddedPostgreSql.start(directory.resolve("other"), Duration.ofSeconds(20), line -> {})) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", first))
          .hasMessageContaining("password authentication failed");
    }
  }

  private void refuses(String message) {
    assertThatThrownBy(this::start)
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining(message);
  }

  private static void execute(EmbeddedPostgreSql server, String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String answer(EmbeddedPostgreSql server, String query) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), server.user(), server.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
