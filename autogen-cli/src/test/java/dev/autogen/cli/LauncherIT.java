package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as a process of its own, on the distribution that the build has put together. */
class LauncherIT {

  private static final Path HOME = Path.of(System.getProperty("autogen.home")).toAbsolutePath();
  private static final String SYSTEM = "/usr/bin:/bin";
  private static final long MINUTES = 5;

  @TempDir Path temporary;
  private Path directory;
  private Path launcher;

  @BeforeEach
  void linkTheLauncher() throws IOException {
    directory = Files.createDirectories(temporary.resolve("a project"));
    Path bin = Files.createDirectories(temporary.resolve("my bin"));
    Files.createSymbolicLink(bin.resolve("absolute"), HOME.resolve("bin/autogen"));
    launcher = Files.createSymbolicLink(bin.resolve("autogen"), Path.of("absolute"));
  }

  @Test
  void does_the_main_job_on_a_database_of_its_own() throws Exception {
    TestProject.at(directory, "embedded:postgresql").compile(TestProject.USER);

    Result revision = run(launcher, "revision", "-m", "create users", "--no-prove");
    assertThat(revision.code()).as(revision.err()).isZero();
    assertThat(revision.out())
        .startsWith("  create table users (2 columns)\nWrote src/main/java/db/migrations/M")
        .contains("op.createTable(");
    assertThat(run(launcher, "upgrade").out()).startsWith("upgrade base -> ");

    Result check = run(launcher, "check");
    assertThat(check).isEqualTo(new Result(0, "The database matches the entities.\n", ""));
    assertThat(run(launcher, "check").code()).isZero();
    Result recorded =
        run(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PATH",
                SYSTEM,
                "JAVA_TOOL_OPTIONS",
                "-XX:StartFlightRecording=filename=" + temporary.resolve("recording.jfr")),
            launcher,
            "check");
    assertThat(recorded.code()).as(recorded.all()).isZero();
    assertThat(recorded.out()).contains("The database matches the entities.\n");
    assertThat(run(launcher, "downgrade").out()).startsWith("downgrade ");
    assertThat(run(launcher, "check", "-q").code()).isEqualTo(1);
    assertThat(directory.resolve(".autogen/postgresql/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void passes_arguments_on_as_they_are() throws Exception {
    String message = "it's \"quoted\" $HOME * ü";
    Result result = run(launcher, "revision", "--empty", "-m", message);

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(run(launcher, "history").out()).endsWith(" (head), " + message + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LANG=C", "LANG=", "LC_ALL=POSIX", "LANG=en_US.UTF-8", "LC_CTYPE=C"})
  void finds_a_folder_outside_of_ascii_in_any_locale(String locale) throws Exception {
    Path script =
        program(
            "script",
            """
            mkdir -p größe && cd größe
            '%1$s' revision --empty -m 'größer als 日本'
            cd .. && '%1$s' --directory größe history && ls größe/src/main/java/db/migrations
            """
                .formatted(launcher));
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "JAVA_HOME", System.getProperty("java.home"), "PATH", SYSTEM, "LANG", "C.UTF-8"));
    environment.put(locale.split("=", 2)[0], locale.split("=", 2)[1]);

    Result result = run(environment, script);

    assertThat(result.code()).as(result.all()).isZero();
    assertThat(result.out()).contains("(head), größer als 日本\n", "_grosser_als.java\n");
  }

  @Test
  void says_which_java_it_needs() throws Exception {
    Path old = program("old/bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    Path copy = installation();

    Result tooOld =
        run(
            Map.of("JAVA_HOME", old.getParent().getParent().toString(), "PATH", SYSTEM),
            copy.resolve("bin/autogen"),
            "history");
    assertThat(tooOld.code()).isEqualTo(3);
    assertThat(tooOld.err()).contains("needs Java 17 or newer", "is version 11", "JAVA_HOME");
  }

  @Test
  void builds_a_source_checkout_once_and_again_when_a_source_changed() throws Exception {
    Path root = temporary.resolve("check out");
    Path source = root.resolve("autogen-cli/src/main/java/Any.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    Path bin = Files.createDirectories(root.resolve("autogen-cli/bin"));
    Files.copy(HOME.resolve("bin/autogen"), bin.resolve("autogen"));
    bin.resolve("autogen").toFile().setExecutable(true);
    Path built = root.resolve("autogen-cli/target/autogen");
    Path maven =
        program(
            "maven/mvn",
            "mkdir -p '%1$s' '%2$s/sample-models/target/classes'\nln -sfn '%3$s' '%1$s/lib'"
                .formatted(built, root, HOME.resolve("lib")));
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME", System.getProperty("java.home"), "PATH", maven.getParent() + ":" + SYSTEM);

    Result first = run(environment, bin.resolve("autogen"), "--version");
    assertThat(first.err())
        .isEqualTo("autogen: building from source, which takes up to a minute …\n");
    assertThat(first.out()).startsWith("autogen ");
    assertThat(run(environment, bin.resolve("autogen"), "--version").err()).isEmpty();

    Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 10_000));
    assertThat(run(environment, bin.resolve("autogen"), "--version").err()).contains("building");

    program("maven/mvn", "echo 'the reason'; exit 1");
    Files.delete(built.resolve("built"));
    Result failed = run(environment, bin.resolve("autogen"), "--version");
    assertThat(failed.code()).isEqualTo(3);
    assertThat(failed.err()).contains("the reason", "the build failed", "build.log");
    assertThat(failed.out()).isEmpty();
  }

  @Test
  @Tag("attack")
  void a_crash_leaves_nothing_that_others_read() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path cache = temporary.resolve("cache");
      String url = "postgresql://me:hunter2hunter2@127.0.0.1:" + silent.getLocalPort() + "/db";
      ProcessBuilder builder =
          new ProcessBuilder(launcher.toString(), "current").directory(directory.toFile());
      builder.environment().keySet().removeIf(name -> !name.equals("HOME"));
      builder.environment().put("PATH", SYSTEM);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("XDG_CACHE_HOME", cache.toString());
      builder.environment().put("AUTOGEN_URL", url);
      builder.redirectErrorStream(true).redirectOutput(temporary.resolve("out.txt").toFile());
      Process process = builder.start();
      silent.accept(); // so that the command waits for an answer
      ProcessHandle java = process.toHandle();
      String arguments = String.join(" ", java.info().arguments().orElseThrow());
      new ProcessBuilder("kill", "-SEGV", Long.toString(java.pid())).start().waitFor();

      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(arguments).contains("dev.autogen.cli.Main").doesNotContain("hunter2hunter2");
      assertThat(directory.toFile().list()).containsOnly(".autogen");
      assertThat(cache.resolve("autogen/crashes"))
          .isDirectoryContaining(file -> file.toString().contains("hs_err_pid"));
      assertThat(Files.getPosixFilePermissions(cache.resolve("autogen/crashes")))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  @Tag("attack")
  void takes_no_archive_of_classes_that_others_can_have_made() throws Exception {
    Path java = program("fake/bin/java", "printf '%s\\n' \"$@\"");
    Files.writeString(java.getParent().resolveSibling("release"), "JAVA_VERSION=\"17.0.1\"\n");
    Map<String, String> environment =
        Map.of("JAVA_HOME", java.getParent().getParent().toString(), "PATH", SYSTEM);
    Path copy = installation();
    Path command = copy.resolve("bin/autogen");
    String made = run(environment, command, "check").out();
    Path archive =
        Path.of(made.replaceAll("(?s).*-XX:ArchiveClassesAtExit=(\\S+\\.jsa)\\.\\d+\\n.*", "$1"));
    assertThat(archive.getParent()).isEqualTo(copy.toRealPath());
    String used = "-XX:SharedArchiveFile=" + archive + "\n";

    Path left = archive.resolveSibling(archive.getFileName() + ".999999999");
    Files.write(left, new byte[64]);
    assertThat(run(environment, command, "history").out()).doesNotContain(used);
    assertThat(left).as("what is cut").doesNotExist();
    Files.write(left, new byte[] {1, 2, 3, 4, 5});
    assertThat(run(environment, command, "history").out()).contains(used);
    assertThat(archive).exists();

    Path elsewhere = Files.move(archive, temporary.resolve("elsewhere"));
    Files.createSymbolicLink(archive, elsewhere);
    assertThat(run(environment, command, "history").out()).doesNotContain(used);
    Files.delete(archive);
    if (Files.getAttribute(temporary, "unix:uid").equals(0)) {
      Files.move(elsewhere, archive);
      Files.setAttribute(archive, "unix:uid", 65534);
      assertThat(run(environment, command, "history").out()).doesNotContain(used);
    } else {
      System.out.println("NOT TRIED: an archive of another user, which root alone can make");
    }
  }

  /** A Java that shows its arguments and fails where a script says so. */
  private Map<String, String> java(String version, String script) throws IOException {
    Path java = program("fake/bin/java", script + "\nprintf '%s\\n' \"$@\"");
    Files.writeString(
        java.getParent().resolveSibling("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return Map.of("JAVA_HOME", java.getParent().getParent().toString(), "PATH", SYSTEM);
  }

  /** Leaves an archive behind, as a comparison does when it ends. */
  private static Path leaveArchive(String made) throws IOException {
    Path archive =
        Path.of(made.replaceAll("(?s).*-XX:ArchiveClassesAtExit=(\\S+\\.jsa)\\.\\d+\\n.*", "$1"));
    Files.write(
        archive.resolveSibling(archive.getFileName() + ".999999999"), new byte[] {1, 2, 3, 4});
    return archive;
  }

  @Test
  void uses_an_archive_of_classes_where_it_is_known_to_be_safe() throws Exception {
    Map<String, String> environment = java("17.0.1", "");
    Path command = installation().resolve("bin/autogen");
    Path archive = leaveArchive(run(environment, command, "check").out());
    String used = "-XX:SharedArchiveFile=" + archive + "\n";
    assertThat(run(environment, command, "check").out()).contains(used);

    for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
      for (String unsafe :
          List.of(
              "-javaagent:a.jar",
              "-Xmx1g -agentpath:/a.so",
              "-agentlib:jdwp",
              "-XX:StartFlightRecording",
              "-XX:+FlightRecorder",
              "@arguments",
              "-XX:Flags=file")) {
        Map<String, String> with = new HashMap<>(environment);
        with.put(variable, unsafe);
        assertThat(run(with, command, "check").out())
            .as(variable + "=" + unsafe)
            .doesNotContain("SharedArchiveFile", "ArchiveClassesAtExit");
      }
      Map<String, String> with = new HashMap<>(environment);
      with.put(variable, "-Xmx1g  -Duser.language=de -XX:MaxRAMPercentage=50");
      assertThat(run(with, command, "check").out()).contains(used);
    }
    assertThat(run(java("21.0.1", ""), command, "check").out())
        .doesNotContain("SharedArchiveFile", "ArchiveClassesAtExit");
  }

  @Test
  void drops_an_archive_of_classes_with_which_java_dies() throws Exception {
    Map<String, String> environment =
        java("17.0.1", "case $* in *SharedArchiveFile*) kill -ABRT $$ ;; esac");
    Path command = installation().resolve("bin/autogen");
    Path archive = leaveArchive(run(environment, command, "check").out());

    Result check = run(environment, command, "check");

    assertThat(check.code()).as(check.all()).isZero();
    assertThat(check.out()).contains("dev.autogen.cli.Main").doesNotContain("SharedArchiveFile");
    assertThat(check.err()).isEmpty();
    assertThat(archive).doesNotExist();
    assertThat(run(environment, command, "check").out())
        .as("and makes no other that it would drop again")
        .doesNotContain("ArchiveClassesAtExit");
  }

  @Test
  void makes_another_archive_of_classes_when_the_libraries_were_built_again() throws Exception {
    Map<String, String> environment = java("17.0.1", "");
    Path home = installation();
    Files.delete(home.resolve("lib"));
    Path library = Files.createDirectories(home.resolve("lib")).resolve("a.jar");
    Files.writeString(library, "a");
    Path command = home.resolve("bin/autogen");
    Path archive = leaveArchive(run(environment, command, "check").out());
    assertThat(run(environment, command, "check").out()).contains("SharedArchiveFile=" + archive);

    FileTime later = FileTime.fromMillis(System.currentTimeMillis() + 1_000);
    Files.setLastModifiedTime(library, later);
    String again = run(environment, command, "check").out();
    assertThat(again).contains("ArchiveClassesAtExit").doesNotContain("SharedArchiveFile");
    assertThat(archive).as("of libraries that are gone").doesNotExist();

    Files.writeString(library, "another");
    Files.setLastModifiedTime(library, FileTime.fromMillis(1_000_000_000_000L));
    assertThat(run(environment, command, "check").out())
        .contains("ArchiveClassesAtExit")
        .doesNotContain("SharedArchiveFile");
  }

  /** A distribution with the launcher's file in it, which finds its folder without links. */
  private Path installation() throws IOException {
    Path copy = Files.createDirectories(temporary.resolve("installed/bin"));
    Files.copy(HOME.resolve("bin/autogen"), copy.resolve("autogen"));
    copy.resolve("autogen").toFile().setExecutable(true);
    Files.createSymbolicLink(copy.getParent().resolve("lib"), HOME.resolve("lib"));
    return copy.getParent();
  }

  private Path program(String name, String script) throws IOException {
    Path file = temporary.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private Result run(Path command, String... arguments) throws Exception {
    return run(
        Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", SYSTEM), command, arguments);
  }

  private Result run(Map<String, String> environment, Path command, String... arguments)
      throws Exception {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(arguments));
    Path out = temporary.resolve("out.txt");
    Path err = temporary.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> !name.equals("HOME"));
    builder.environment().putAll(environment);
    builder.environment().putIfAbsent("LANG", "C.UTF-8");
    Process process = builder.start();
    assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
