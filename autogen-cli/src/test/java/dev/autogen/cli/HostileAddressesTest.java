package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses with a password where none should be: no message has it. */
@Tag("attack")
class HostileAddressesTest {

  private static final String SECRET = "Tr0ub4dor";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:x?%s@localhost:1/db",
        "postgresql://u:1?%s@localhost:1/db",
        "postgresql://u:1?a=%s@localhost:1/db",
        "postgresql:u:%s@localhost:1/db",
        "postgresql:/u:%s@localhost:1/db",
        "postgresql//u:%s@localhost:1/db",
        "postgres;//u:%s@localhost:1/db",
        "postgresql://u:x@y/%s@localhost:1/db",
        "postgresql://u:x#%s@localhost:1/db",
        "postgresql://u:%s#@localhost:1/db",
        "postgresql://u %s@localhost:1/db",
        "postgresql://u/%s@localhost:1/db",
        "postgresql://u%%3A%s@localhost:1/db",
        "postgresql://u%%3A%s%%40localhost:1/db",
        "postgresql://localhost:1/u:%s",
        "postgresql://localhost:1/db#%s",
        "postgresql://localhost:1/db/%s@x",
        "postgresql://localhost:%s/db",
        "postgresql://localhost:1:%s/db",
        "postgresql://localhost:1/db?host=/tmp/%s",
        "postgresql://localhost:1/db?host=u:%s@h",
        "postgresql://localhost:1/db?port=%s",
        "postgresql:///db?host=u:%s@h",
        "postgresql:///db?port=%s",
        "postgresql://u:p@localhost:1/db?options=-c%%20x.y=%s",
        "jdbc:postgresql://localhost:1/db&password=%s",
        "jdbc:postgresql://localhost:1/db;password=%s",
        "jdbc:postgresql://localhost:1/db password=%s",
        "jdbc:postgresql://localhost:1/db,password=%s",
        "jdbc:postgresql://localhost:1/db/password=%s",
        "jdbc:postgresql://localhost:1;password=%s",
        "jdbc:postgresql://localhost:1/db?user=u;password=%s",
        "jdbc:postgresql://localhost:1/db?user=u,password=%s",
        "jdbc:postgresql://localhost:1/db?user=u password=%s",
        "jdbc:postgresql://localhost:1/db?user=u?password=%s",
        "jdbc:postgresql://localhost:1/db?user=u%%26password=%s",
        "jdbc:postgresql://localhost:1/db?user=u:%s",
        "jdbc:postgresql://localhost:1/db?user=u/%s",
        "jdbc:postgresql://localhost:1/db?Password=%s",
        "jdbc:postgresql://localhost:1/db?PASSWORD=%s&sslmode=nonsense",
        "jdbc:postgresql://localhost:1/db?pasword=%s&connectTimeout=x",
        "jdbc:postgresql://localhost:1/db?trustStorePassword=%s",
        "jdbc:postgresql://localhost:1/db?sslpassword=%s&sslmode=require",
        "jdbc:postgresql://localhost:1/db?sslmode=x;password=%s",
        "jdbc:postgresql://localhost:1/db?%s",
        "jdbc:postgresql://localhost:1/db?sslfactory=%s",
        "jdbc:postgresql://localhost:1/db?socketFactory=%s",
        "jdbc:postgresql:u/%s@localhost:1/db",
        "jdbc:postgresql:u:%s",
        "jdbc:postgresql:db?user=u&pass=%s",
        "jdbc:postgresql:thin:u/%s@//h:1/x",
        "jdbc:\npostgresql://u:%s@h/db",
        "jdbc:mysql://h/\npassword=%s",
        "jdbc:mysql://u:%s@h/db",
        "jdbc:mysql:u:%s@h/db",
        "jdbc:mysql://address=(host=h)(port=1)(user=u)(password=%s)/db",
        "jdbc:mysql://(host=h,user=u,password=%s)/db",
        "jdbc:mysql://u:x/%s@h/db",
        "jdbc:mysql://[u:%s@h]/db",
        "jdbc:mariadb:replication://u:%s@h,h2/db",
        "jdbc:sqlserver://h:1433;databaseName=d;user=u;password=%s",
        "jdbc:sqlserver://h;password={%s;x}",
        "jdbc:sqlserver://u:%s@h:1433",
        "jdbc:jtds:sqlserver://h/d;password=%s",
        "jdbc:oracle:thin:u/%s@//h:1521/x",
        "jdbc:oracle:thin:u/%s@h:1521:x",
        "jdbc:oracle:thin:@//h:1521/x?password=%s",
        "jdbc:db2://h:1/db:user=u;password=%s;",
        "jdbc:h2:mem:x;PASSWORD=%s",
        "jdbc:sqlite:missing/x?password=%s",
        "jdbc:%s",
        "mongodb+srv://u:%s@h/db",
        "http://h/?password=%s",
        "//u:%s@h/db",
        "u:%s@h/db",
        "u:%s",
        "host=h user=u password=%s",
        "embedded:%s",
        "embedded:postgresql://u:%s@h/db",
        "embedded:postgresql:16?password=%s",
        "r2dbc:postgresql:u:%s@h/db",
        "r2dbc:pool:postgresql://u:x?%s@h/db",
        "vertx-reactive:postgresql://u:x?%s@h/db"
      })
  void are_described_without_it(String form) {
    String url = form.formatted(SECRET);
    TestProject project = new TestProject(directory).write(".env", "");
    // A database of H2 in memory is there as soon as it is named.
    int first = url.startsWith("jdbc:h2:mem:") ? 0 : 2;
    harmless(project.run("current", "-v", "--url", url), first, 3);
    harmless(project.with("DATABASE_URL", url).run("check", "-v"), 2, 3);
    TestProject shadow =
        new TestProject(directory)
            .write(
                "autogen.toml",
                "[database]\nurl = \"postgresql://localhost:1/x\"\n[shadow]\nurl = '''"
                    + url
                    + "'''\n");
    harmless(shadow.run("prove", "-v"), 0, 2, 3);
  }

  private static void harmless(Result result, Integer... codes) {
    assertThat(result.all()).doesNotContain(SECRET).doesNotContain("Unexpected failure");
    assertThat(result.code()).as(result.all()).isIn((Object[]) codes);
  }

  @Test
  void one_that_cannot_be_read_is_named_by_where_it_is_from() {
    TestProject project =
        new TestProject(directory)
            .write("autogen.toml", "[database]\nurl = \"postgresql://u:x?" + SECRET + "@h/db\"\n");

    Result result = project.run("current");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("autogen: The database URL from autogen.toml:2: database.url cannot be read: ")
        .contains("what follows its ?", "%3F", "PGPASSWORD");
  }

  @Test
  void what_a_server_answers_does_not_repeat_it_either() {
    try (TestDatabase database = TestDatabase.create()) {
      String url = database.url().replaceAll("user=[^&]*", "user=nobody:" + SECRET);

      Result result = new TestProject(directory).run("current", "-v", "--url", url);

      assertThat(result.all()).contains("\"***\"");
      harmless(result, 3);
    }
  }

  @Test
  void options_that_are_mistyped_do_not_repeat_their_value() {
    TestProject project = new TestProject(directory).write("autogen.toml", "");
    for (List<String> words :
        List.of(
            List.of("current", "--urll=postgresql://u:" + SECRET + "@h/db"),
            List.of("current", "--urll=postgresql:u:" + SECRET + "@h/db"),
            List.of("current", "postgresql://u:" + SECRET + "@h/db"),
            List.of("upgrade", "head", "u:" + SECRET + "@h"),
            List.of("upgrade", "-x", SECRET),
            List.of("current", "--password=" + SECRET),
            List.of("--pgpassword=" + SECRET, "current"))) {
      harmless(project.run(words.toArray(String[]::new)), 2);
    }
  }

  @Test
  void a_file_that_cannot_be_parsed_is_not_quoted() {
    for (String line :
        List.of(
            "password = 12" + SECRET, "password = \"a\" " + SECRET, "password " + SECRET, SECRET)) {
      TestProject project =
          new TestProject(directory).write("autogen.toml", "[database]\n" + line + "\n");
      harmless(project.run("current", "-v"), 2);
    }
  }
}
