package dev.autogen.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autogen.file.CurrentUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is superuser in the embedded server gets nothing of the machine that it runs on. */
@Tag("attack")
class ServerSandboxTest {

  @TempDir Path directory;
  private EmbeddedPostgreSql server;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(directory.resolve("secret"), "of the user");
    server =
        EmbeddedPostgreSql.start(
            directory.resolve("postgresql"), Duration.ofSeconds(20), line -> {});
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Elsewhere there is nothing to try; {@code docs/security.md} says where. */
  private void assumeSandbox() {
    assumeTrue(server.exposure().isEmpty(), () -> server.exposure().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy (select 1) to program 'true'",
        "copy (select 1) to program '/bin/true'",
        "copy (select 1) to program 'echo ran > \"$PWD/ran\"'",
        "create temporary table t (l text); copy t from program 'id'",
        "select pg_read_file('/etc/passwd')",
        "select pg_read_file('/proc/self/environ')",
        "select pg_read_file('HERE/secret')",
        "select pg_read_file('HERE/postgresql/server.log')",
        "select pg_read_file('HERE/postgresql/data.password')",
        "select pg_ls_dir('/root')",
        "select pg_ls_dir('/home')",
        "select pg_ls_dir('/bin')",
        "select lo_import('HERE/secret')",
        "select lo_export(lo_from_bytea(0, 'x'), 'HERE/written')",
        "copy (select 1) to 'HERE/written'",
        "copy (select 1) to '/tmp/written'",
        "create temporary table t (l text); copy t from 'HERE/secret'",
        "create extension plperlu",
        "create extension plpython3u",
        "load '/lib/x86_64-linux-gnu/libselinux.so.1'"
      })
  void no_program_and_no_foreign_file_is_within_reach(String sql) throws Exception {
    assumeSandbox();
    assertThatThrownBy(() -> execute(sql.replace("HERE", directory.toString())))
        .isInstanceOf(SQLException.class);
    assertThat(directory.resolve("written")).doesNotExist();
  }

  /** Else who may write files would run any code. */
  @Test
  void a_library_that_sql_wrote_is_not_loaded() throws Exception {
    assumeSandbox();
    String library = libraries() + "/plpgsql.so";
    execute(
        "do $$ declare o oid; begin o := lo_import('"
            + library
            + "'); perform lo_export(o, 'copied.so'); end $$");
    Path copied = directory.resolve("postgresql/data/copied.so");
    assertThat(copied).exists();

    assertThatThrownBy(() -> execute("load '" + copied.toRealPath() + "'"))
        .hasMessageContaining("failed to map segment");
  }

  private static String libraries() throws Exception {
    Path cache = ServerUser.of(Path.of(System.getProperty("java.io.tmpdir"))).cache();
    return Programs.bundled(line -> {}).in(cache).directory().resolve("lib/postgresql").toString();
  }

  /** Collations of the system, an own time zone, and extensions with libraries of their own. */
  @Test
  void what_databases_use_is_there() throws Exception {
    execute(
        "do $$ declare c record; found boolean; begin"
            + " for c in select collname from pg_collation where collprovider = 'c' loop"
            + " execute format('select ''a'' < ''b'' collate %I', c.collname) into found;"
            + " if not found then raise 'a is not before b in %', c.collname; end if; end loop;"
            + " if (timestamptz '2024-07-01 12:00+00' at time zone 'Europe/Berlin')::text"
            + " <> '2024-07-01 14:00:00' then raise 'wrong time'; end if; end $$");
    for (String extension : List.of("uuid-ossp", "pgcrypto", "xml2", "unaccent", "citext")) {
      execute("create extension \"" + extension + "\"");
    }
    execute("select uuid_generate_v4(), gen_random_bytes(4), unaccent('ä'), 'A'::citext = 'a'");
  }

  @Test
  void under_root_it_is_a_user_who_owns_nothing_else() throws Exception {
    assumeTrue(CurrentUser.isRoot());
    Path pidFile = directory.resolve("postgresql/data/postmaster.pid");
    String pid = Files.readAllLines(pidFile).get(0);

    String ids =
        Files.readAllLines(Path.of("/proc", pid, "status")).stream()
            .filter(line -> line.startsWith("Uid:"))
            .findFirst()
            .orElseThrow();

    int id = Integer.parseInt(ids.split("\\s+")[1]);
    assertThat(id).isNotIn(0, 65534).isEqualTo(Files.getAttribute(pidFile, "unix:uid"));
    assertThat(Files.readString(Path.of("/etc/passwd"))).doesNotContain(":" + id + ":");
  }

  @Test
  void a_sandbox_that_cannot_be_built_stops_no_start() throws Exception {
    ServerUser user = ServerUser.of(directory);
    Binaries binaries = Programs.bundled(line -> {}).in(user.cache());
    ServerSandbox broken =
        new ServerSandbox(directory.resolve("missing"), List.of("/missing.so"), user);
    Path data = directory.resolve("postgresql/data");
    ServerCommand command =
        new ServerCommand(binaries, user, Optional.of(broken), Optional.empty());

    ServerCommand without = command.withoutSandbox(data).orElseThrow();

    assertThat(without.sandbox()).isEmpty();
    assertThat(without.exposure().orElseThrow())
        .startsWith("The embedded PostgreSQL runs without a root directory of its own")
        .contains("missing");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
