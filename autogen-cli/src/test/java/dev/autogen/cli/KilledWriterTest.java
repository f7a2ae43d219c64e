package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Commands that are killed while they write a file, or whose disk is full: the file is whole or is
 * not there, and the next command goes on.
 */
@Tag("attack")
@Timeout(300)
class KilledWriterTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  private Map<String, String> environment() {
    return Map.of("XDG_CACHE_HOME", directory.resolve("cache").toString());
  }

  /** Between the opening of a file and its first byte, before its flush, before it has its name. */
  @ParameterizedTest
  @CsvSource({
    "sun.nio.ch.FileChannelImpl, write",
    "sun.nio.ch.FileChannelImpl, force",
    "java.nio.file.Files, createLink"
  })
  void aRevisionIsWholeOrNotThere(String type, String method) throws Exception {
    TestProject project = TestProject.at(directory, database.url());
    project.migration("aaa1", "", "");
    SuspendedProcess process =
        SuspendedProcess.start(
            project, environment(), "revision", "--empty", "-m", "second", "--rev-id", "bbb2");

    boolean killed =
        process.killedAt(
            type, method, stack -> stack.contains("dev.autogen.authoring.RevisionWriter"));

    assertThat(killed).isTrue();
    for (Path file : sources(project)) {
      assertThat(Files.readString(file)).as(file.toString()).endsWith("}\n");
    }
    assertThat(project.run("history").out()).contains("step aaa1");
    Result again = project.run("revision", "--empty", "-m", "second", "--rev-id", "bbb2");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(project.migrations()).as("no draft is left").hasSize(2);
    assertThat(project.run("history").out()).contains("aaa1 -> bbb2 (head), second");
  }

  private static List<Path> sources(TestProject project) {
    return project.migrations().stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  @Test
  void aKilledInitIsRunAgain() throws Exception {
    TestProject project = new TestProject(directory).with("DATABASE_URL", database.url());
    project.write(
        "src/main/java/com/acme/App.java",
        "package com.acme;\n@SpringBootApplication class App {}");
    SuspendedProcess process =
        SuspendedProcess.start(project, environment(), "init", "-t", "spring-boot");

    boolean killed =
        process.killedAt(
            "sun.nio.ch.FileChannelImpl",
            "write",
            stack ->
                (stack.contains("cli.InitCommand") || stack.contains("cli.NewFiles"))
                    && !stack.contains("PrivateDirectory")
                    && !stack.contains("Lock"));

    assertThat(killed).isTrue();
    Result again = project.run("init", "-t", "spring-boot");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Files.readString(directory.resolve("autogen.toml"))).contains("[migrations]");
  }

  @Test
  void aBaselineThatIsKilledWhileItIsProvenIsBegunAgain() throws Exception {
    database.execute("create table t (id int primary key)");
    TestProject project = new TestProject(directory).with("DATABASE_URL", database.url());
    SuspendedProcess process =
        SuspendedProcess.start(
            project, Map.of("DATABASE_URL", database.url()), "init", "--from-database");

    assertThat(process.killedAt("dev.autogen.shadow.Proof", "of", stack -> true)).isTrue();

    Result again = project.run("init", "--from-database");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).contains("_baseline.java", "Proven on ", "is noted as being at it");
  }

  @Test
  void aBaselineThatIsKilledBeforeItsNoteIsStamped() throws Exception {
    database.execute("create table t (id int primary key)");
    TestProject project = new TestProject(directory).with("DATABASE_URL", database.url());
    SuspendedProcess process =
        SuspendedProcess.start(
            project, Map.of("DATABASE_URL", database.url()), "init", "--from-database");

    assertThat(
            process.killedAt(
                "dev.autogen.run.MigrationRunner",
                "stamp",
                stack -> stack.contains("BaselineAuthor")))
        .isTrue();

    Result again = project.run("init", "--from-database");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).containsPattern("run 'autogen stamp \\w+', which is all that is left");
    String command = again.err().replaceAll("(?s).*'autogen stamp (\\w+)'.*", "$1");
    assertThat(project.run("stamp", command).code()).isZero();
    assertThat(project.run("current").out()).contains(command + " (head)");
  }

  @Test
  void whatAnotherProgramCutIsNamed() throws Exception {
    TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);
    project.run("revision", "--no-prove", "-m", "create users", "--rev-id", "aaa1");
    Path file = project.migrations().get(0);
    String whole = Files.readString(file);
    int upgrade = whole.indexOf("}\n", whole.indexOf("void upgrade"));
    for (String cut :
        List.of(
            "",
            "\n",
            "\0".repeat(whole.length()),
            whole.substring(0, 20),
            whole.substring(0, whole.indexOf("@Revision(")),
            whole.substring(0, whole.indexOf("class ")),
            whole.substring(0, upgrade),
            whole.substring(0, upgrade + 2),
            whole.substring(0, whole.length() - 2))) {
      Files.writeString(file, cut);
      for (String command : List.of("history", "upgrade", "check", "heads", "status", "revision")) {
        Result result = project.run(command);
        assertThat(result.code()).as(command + " of " + cut + result.all()).isEqualTo(2);
        assertThat(result.err())
            .contains(file.getFileName().toString(), "not written whole", "version control");
      }
    }
    Files.writeString(file, whole);
    assertThat(project.run("upgrade").code()).isZero();
  }

  /** A limit of the size of files stands for a full disk, which takes root to make. */
  @Test
  void aFullDiskLeavesNothing() throws Exception {
    TestProject project = TestProject.at(directory, database.url());
    project.migration("aaa1", "", "");
    Process limited =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 4; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.autogen.cli.Main",
                "revision",
                "--empty",
                "--rev-id",
                "bbb2",
                "-m",
                "long " + "words ".repeat(2000))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(limited.getInputStream().readAllBytes());

    assertThat(limited.waitFor()).as(said).isEqualTo(3);
    assertThat(said).contains("_bbb2_", "cannot be written", "Nothing was written");
    assertThat(names()).containsExactly("M_aaa1.java");
    assertThat(project.run("history").code()).isZero();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("src/main/java/db/migrations"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
