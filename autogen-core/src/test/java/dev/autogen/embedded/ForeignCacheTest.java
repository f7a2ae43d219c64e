package dev.autogen.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autogen.file.CurrentUser;
import dev.autogen.file.TrustedPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that another user can have changed are not run. */
@Tag("attack")
class ForeignCacheTest {

  private static final int SOMEBODY = 12345;

  @TempDir Path directory;

  /** {@code sudo -E}, or sudo where it keeps HOME. */
  @ParameterizedTest
  @ValueSource(strings = {"autogen", "autogen/server"})
  void root_runs_nothing_from_another_users_home(String folder) throws Exception {
    assumeTrue(CurrentUser.isRoot());
    Path home = Files.createDirectory(directory.resolve("alice"));
    plant(home, folder);
    Directories.give(home, SOMEBODY, SOMEBODY);

    assertThat(started(home)).contains("started");
    assertThat(directory.resolve("ran")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".cache", ".cache/autogen", ".cache/autogen/server"})
  void nobody_runs_programs_below_a_folder_that_all_may_write(String open) throws Exception {
    Path home = Files.createDirectory(directory.resolve("home"));
    plant(home, "autogen");
    plant(home, "autogen/server");
    Files.setPosixFilePermissions(home.resolve(open), PosixFilePermissions.fromString("rwxrwxrwx"));

    started(home);

    assertThat(directory.resolve("ran")).doesNotExist();
  }

  @Test
  void programs_that_all_may_write_are_refused() throws Exception {
    Files.createDirectory(directory.resolve("lib"));
    Path program =
        Files.writeString(
            Files.createDirectory(directory.resolve("bin")).resolve("postgres"), "#!/bin/sh\n");
    assertThat(TrustedPath.problemWithin(directory)).isEmpty();

    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(TrustedPath.problemWithin(directory)).hasValue("every user may write " + program);
  }

  @Test
  void a_sticky_folder_may_be_written_by_all() throws Exception {
    Path own = Files.createDirectories(directory.resolve("tmp/own"));
    Files.setAttribute(own.getParent(), "unix:mode", 01777);

    assertThat(TrustedPath.problem(own)).isEmpty();
  }

  /** A release that says that it was run, and by whom. */
  private void plant(Path home, String folder) throws Exception {
    Path archive = Path.of("/" + Platform.current().archive());
    String key = new Archive(ForeignCacheTest.class.getResource(archive.toString())).key();
    Path bin =
        Files.createDirectories(home.resolve(".cache").resolve(folder))
            .resolve("postgresql-" + key + "/bin");
    Files.createDirectories(bin);
    Files.createDirectories(bin.resolveSibling("lib"));
    for (String name : new String[] {"postgres", "initdb"}) {
      Path program =
          Files.writeString(
              bin.resolve(name), "#!/bin/sh\nid -u >> '" + directory.resolve("ran") + "'\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private String started(Path home) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Djava.io.tmpdir=" + directory,
            "-cp",
            System.getProperty("java.class.path"),
            Started.class.getName(),
            directory.resolve("database").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    builder.environment().put("HOME", home.toString());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** A command that uses the embedded database. */
  static final class Started {
    public static void main(String[] arguments) {
      EmbeddedPostgreSql.start(Path.of(arguments[0]), Duration.ofSeconds(20), line -> {}).close();
      System.out.println("started");
    }
  }
}
