package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names and messages with line ends in the comments of scripts, which other clients run: what
 * follows the line end must stay a comment.
 */
@Tag("attack")
class HostileScriptsTest {

  private static final List<String> LINE_ENDS =
      List.of("\r", "\n", "\r\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029");
  private static final String ATTACK = "drop table victim;--";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void write() {
    project = TestProject.at(directory, database.url()).compile(TestProject.USER);
    project.append("autogen.toml", "[diff]\nignore = [\"victim\"]\n");
    database.execute("create table victim (n int)");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private void fill() {
    for (int i = 0; i < LINE_ENDS.size(); i++) {
      String name = "x" + LINE_ENDS.get(i) + ATTACK;
      database.execute(
          "create table \"t%2$d%1$s\" (\"c%1$s\" int, constraint \"k%2$d%1$s\" check (\"c%1$s\" > 0))"
              .formatted(name, i),
          "create index \"i%2$d%1$s\" on \"t%2$d%1$s\" (\"c%1$s\")".formatted(name, i),
          "comment on table \"t%2$d%1$s\" is '%1$s'".formatted(name, i));
    }
    database.execute("create table users (id bigint, \"n\r" + ATTACK + "\" int)");
  }

  @Test
  void diff_and_revision() throws Exception {
    fill();

    for (String[] command :
        List.of(new String[] {"diff", "--format", "sql"}, new String[] {"revision", "--sql"})) {
      Result script = project.run(command);
      assertThat(script.code()).as(script.err()).isZero();
      assertThat(script.out()).contains("-- ", ATTACK);
      assertHarmless(script.out());
    }
  }

  @Test
  void messages_of_revisions() throws Exception {
    String parent = "";
    for (int i = 0; i < LINE_ENDS.size(); i++) {
      String end = LINE_ENDS.get(i).chars().mapToObj("&#%d;"::formatted).reduce("", String::concat);
      project.migration("aaa" + i, parent, "");
      Path file = directory.resolve("src/main/java/db/migrations/M_aaa" + i + ".java");
      Files.writeString(
          file, Files.readString(file).replace("step aaa", "step" + end + ATTACK + " aaa"));
      parent = "aaa" + i;
    }

    assertHarmless(project.run("upgrade", "--sql").out());
    assertHarmless(project.run("upgrade", "base:aaa7", "--sql").out());
    assertHarmless(project.run("stamp", "heads", "--sql").out());
    assertHarmless(project.run("downgrade", "aaa7:base", "--sql").out());
  }

  private void assertHarmless(String script) throws Exception {
    assertThat(script).isNotBlank();
    script
        .lines()
        .filter(line -> line.startsWith("-- "))
        .forEach(comment -> assertThat(comment).doesNotContainPattern("\\R"));
    assertThat(script.split("[\r\n]"))
        .filteredOn(line -> line.strip().startsWith(ATTACK))
        .allMatch(line -> line.contains("\""));
    database.execute("create table if not exists victim (n int)");
    Psql.run(database, script);
    assertThat(database.query("select 1 from pg_class where relname = 'victim'"))
        .as("victim after\n" + script)
        .hasSize(1);
  }

  /** The client that people run scripts with; the transaction is rolled back. */
  private static final class Psql {

    static void run(TestDatabase database, String script) throws Exception {
      String text = script.replaceAll("(?m)^(begin|commit);$", "");
      if (!Files.isExecutable(Path.of("/usr/bin/psql"))) {
        System.err.println(
            "NOT TRIED: psql is not installed, so no script was run by it; the server itself ran"
                + " each. On Debian: apt-get install postgresql-client");
        database.execute(
            "begin;\n"
                + text
                + "\n;do $$ begin perform 1 / count(*) from victim"
                + " having to_regclass('victim') is null; end $$; rollback");
        return;
      }
      URI url = URI.create(database.url().substring("jdbc:".length()));
      String user = url.getQuery().replaceAll(".*user=([^&]*).*", "$1");
      Process process =
          new ProcessBuilder(
                  "/usr/bin/psql",
                  "-X",
                  "-q",
                  "-v",
                  "ON_ERROR_STOP=1",
                  "-h",
                  url.getHost(),
                  "-p",
                  "" + url.getPort(),
                  "-U",
                  user,
                  "-d",
                  url.getPath().substring(1))
              .redirectErrorStream(true)
              .start();
      process
          .getOutputStream()
          .write(
              ("begin;\n"
                      + text
                      + "\n;select to_regclass('victim') is not null as alive \\gset\n"
                      + "\\echo alive=:alive\nrollback;\n")
                  .getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(said).as(script).contains("alive=t");
      assertThat(process.exitValue()).as(said).isZero();
    }
  }
}
