package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is repeated nowhere: no output, file, row or process has it. */
class SecretsTest {

  private static final String SECRET = "Tr0ub4dor";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  private String urlWithSecret() {
    return database.url() + "&password=" + SECRET + "URL";
  }

  /** A project that is given its secrets by {@code .env} alone. */
  private TestProject project() {
    return new TestProject(directory)
        .write(
            "autogen.toml",
            "[model]\nclasspath = [\"target/classes\"]\n[diff]\nignore = [\"seen\"]\n")
        .write(".env", "DATABASE_URL=" + urlWithSecret() + "\nOTHER=" + SECRET + "ENV\n");
  }

  private static final List<String> ARGUMENT = List.of("-x", "token=" + SECRET + "ARG");

  private Result run(TestProject project, int code, String... words) {
    Result result = project.run(words);
    assertThat(result.all()).as(String.join(" ", words)).doesNotContain(SECRET);
    assertThat(result.code()).as(result.all()).isEqualTo(code);
    return result;
  }

  @Test
  void commands_that_succeed() throws IOException {
    TestProject project = project().compile(TestProject.USER);
    run(project, 0, "revision", "-v", "-m", "create users");
    String id =
        project.migrations().get(0).getFileName().toString().replaceAll("M\\d+_(\\w+?)_.*", "$1");
    project.migration(
        "token",
        id,
        "op.execute(\"create table seen as select application_name, state from pg_stat_activity\");"
            + " op.connection(c -> c.createStatement().execute(\"set application_name = 'x'\"));"
            + " op.execute(\"select '\" + op.argument(\"token\") + \"'\");");
    run(project, 0, "upgrade", "-v", "--dry-run", "-x", "token=hidden");
    run(project, 0, "upgrade", "-v", ARGUMENT.get(0), ARGUMENT.get(1));
    for (String command :
        List.of("current", "status", "history", "heads", "check", "diff", "branches", "show")) {
      run(project, 0, command, "-v");
      run(project, 0, command, "-v", "--format", "json");
    }
    run(project, 0, "downgrade", "-v", "-1");
    assertNothingKept();
  }

  @Test
  void a_migration_that_fails_with_it() throws IOException {
    TestProject project = project();
    project.migration("aaa1", "", "op.execute(\"select \" + op.argument(\"token\"));");
    run(project, 3, "upgrade", "-v", ARGUMENT.get(0), ARGUMENT.get(1));
    run(project, 3, "upgrade", ARGUMENT.get(0), ARGUMENT.get(1));
    project.migration(
        "aaa1", "", "if (true) throw new IllegalStateException(op.argument(\"token\"));");
    run(project, 3, "upgrade", "-v", ARGUMENT.get(0), ARGUMENT.get(1));
    project.migration(
        "aaa1",
        "",
        "op.autocommit(o -> o.execute(\"create index concurrently i on \" + op.argument(\"token\")"
            + " + \" (n)\"));");
    run(project, 3, "upgrade", "-v", ARGUMENT.get(0), ARGUMENT.get(1));
    run(project, 0, "status", "-v");
    assertNothingKept();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:%s@localhost:1/app",
        "jdbc:postgresql://localhost:1/app?user=ann&password=%s",
        "jdbc:postgresql://localhost:1/app?password=%s&sslmode=nonsense",
        "postgresql://ann:%s@localhost:notaport/app",
        "postgresql://ann:%s@no such host/app",
        "postgresql://ann:%s@/app?x=%%zz",
        "jdbc:postgresql://ann:%s@localhost:1/app",
        "r2dbc:postgresql://ann:%s@localhost:1/app",
        "mongodb://ann:%s@localhost:1/app",
        "ann:%s@localhost",
        "jdbc:postgresql:%s"
      })
  void an_address_that_leads_nowhere(String url) throws Exception {
    String secret = url.formatted(SECRET);
    for (TestProject project :
        List.of(
            new TestProject(directory).write(".env", "DATABASE_URL=" + secret + "\n"),
            new TestProject(directory).write(".env", "").with("DATABASE_URL", secret))) {
      for (List<String> command :
          List.of(List.of("current", "-v"), List.of("upgrade"), List.of("check", "-v"))) {
        Result result = project.run(command.toArray(String[]::new));
        assertThat(result.code()).as(result.all()).isIn(2, 3);
        if (!url.equals("jdbc:postgresql:%s")) {
          assertThat(result.all()).as(command + " " + url).doesNotContain(SECRET);
        }
      }
    }
    // What a driver logs goes past the command's own streams.
    Result process =
        CommandProcess.start(
                new TestProject(directory).write(".env", ""),
                Map.of("DATABASE_URL", secret),
                "current")
            .result();
    assertThat(process.err()).startsWith("autogen: ").doesNotContain("WARNING", "org.postgresql");
    assertNothingKept();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void processes_that_are_started_do_not_get_it() throws Exception {
    TestProject project =
        new TestProject(directory)
            .write("autogen.toml", "[model]\nclasspath = [\"target/classes\"]\n")
            .compile(TestProject.USER);
    CommandProcess process =
        CommandProcess.start(
            project, Map.of("DATABASE_URL", urlWithSecret()), "revision", "-m", "create users");
    Set<String> seen = new TreeSet<>();
    List<String> leaks = new ArrayList<>();
    while (process.process().isAlive()) {
      process.process().descendants().forEach(child -> look(child.pid(), seen, leaks));
    }
    Result result = process.result();

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.all()).doesNotContain(SECRET);
    assertThat(seen).anyMatch(command -> command.contains("postgres"));
    assertThat(leaks).isEmpty();
    assertNothingKept();
  }

  private static void look(long pid, Set<String> seen, List<String> leaks) {
    try {
      Path folder = Path.of("/proc", Long.toString(pid));
      String command = text(folder.resolve("cmdline"));
      String environment = text(folder.resolve("environ"));
      // Between fork and exec a child still shows what its parent is.
      if (command.contains("dev.autogen.cli.Main") || command.contains("jspawnhelper")) {
        return;
      }
      seen.add(command);
      if ((command + environment).contains(SECRET)) {
        leaks.add(command);
      }
    } catch (IOException e) {
      // It has ended.
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  /** Neither in a file that autogen wrote nor in the database. */
  private void assertNothingKept() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith(".env")) {
          assertThat(text(file)).as(file.toString()).doesNotContain(SECRET);
        }
      }
    }
    for (String table : List.of("autogen_journal", "autogen_version", "seen")) {
      if (!database.query("select from pg_class where relname = '" + table + "'").isEmpty()) {
        assertThat(database.query("select t::text from " + table + " t").toString())
            .as(table)
            .doesNotContain(SECRET);
      }
    }
  }
}
