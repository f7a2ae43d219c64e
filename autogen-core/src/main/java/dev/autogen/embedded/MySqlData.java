package dev.autogen.embedded;

import dev.autogen.file.Folders;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The data directory of an embedded MariaDB or MySQL, and how its programs are called.
 *
 * @param home holds the data directory, the log and the lock
 * @param release what made it
 * @param programs the folder of the programs
 * @param user who runs them
 */
record MySqlData(Path home, MySqlRelease release, Path programs, ServerUser user) {

  /** The scripts that fill the catalog of a new MariaDB, in their order. */
  private static final List<String> SCRIPTS =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql",
          "mariadb_sys_schema.sql");

  private static final long MINUTES = 5;

  Path directory() {
    return home.resolve("data-" + release.folder());
  }

  Path log() {
    return home.resolve("server.log");
  }

  /** A command line of the server, with the options that it always has. */
  List<String> command(Path data, List<String> options) {
    String server = release.isMariaDb() ? "mariadbd" : "mysqld";
    List<String> words = new ArrayList<>();
    words.add(programs.resolve("bin").resolve(server).toString());
    words.add("--no-defaults"); // must come first
    words.add("--basedir=" + programs);
    words.add("--datadir=" + data);
    words.add("--innodb-flush-log-at-trx-commit=0");
    words.add("--innodb-doublewrite=0");
    words.add("--innodb-use-native-aio=0");
    words.add("--innodb-buffer-pool-size=64M");
    words.addAll(
        release.isMariaDb()
            ? List.of("--skip-ssl", "--innodb-log-file-size=16M")
            : List.of(
                "--mysqlx=OFF",
                "--skip-log-bin",
                "--innodb-redo-log-capacity=16M",
                "--secure-file-priv=NULL"));
    words.addAll(options);
    return user.command(words);
  }

  /** A process of such a command. */
  ProcessBuilder process(List<String> command) {
    ProcessBuilder process = ChildEnvironment.process(command);
    process.environment().put("LD_LIBRARY_PATH", programs.resolve("libs").toString());
    return process.directory(home.toFile()).redirectErrorStream(true);
  }

  /** Makes the data directory, unless that was done before. */
  void initialize(Consumer<String> progress) throws IOException {
    if (Files.isDirectory(directory(), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    progress.accept("creating a " + release + " database in " + home + " (once)");
    Path fresh = home.resolve("data.new");
    Folders.delete(fresh);
    Directories.create(fresh, "rwx------");
    List<String> options = new ArrayList<>();
    ProcessBuilder.Redirect input = ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile());
    Path script = home.resolve("initialize.sql");
    if (release.isMariaDb()) {
      Directories.create(fresh.resolve("mysql"), "rwx------");
      writeScript(script);
      options.add("--bootstrap");
      input = ProcessBuilder.Redirect.from(script.toFile());
    } else {
      options.add("--initialize-insecure");
    }
    user.own(fresh);
    PrivateFile.replace(log(), "");
    Process made =
        process(command(fresh, options))
            .redirectInput(input)
            .redirectOutput(log().toFile())
            .start();
    requireSuccess(made);
    Files.deleteIfExists(script);
    Files.move(fresh, directory(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void writeScript(Path script) throws IOException {
    StringBuilder sql =
        new StringBuilder(
            "create database if not exists mysql;\nuse mysql;\nset @auth_root_socket=NULL;\n");
    for (String name : SCRIPTS) {
      Path file = programs.resolve("share").resolve(name);
      if (Files.isRegularFile(file)) {
        sql.append(Files.readString(file)).append('\n');
      }
    }
    PrivateFile.replace(script, sql.toString());
  }

  private void requireSuccess(Process made) throws IOException {
    try {
      if (!made.waitFor(MINUTES, TimeUnit.MINUTES)) {
        made.destroyForcibly();
        throw failed("did not make a database within " + MINUTES + " minutes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      made.destroyForcibly();
      throw AutogenException.failed("interrupted while a database is made", e);
    }
    if (made.exitValue() != 0) {
      throw failed("cannot make a database");
    }
  }

  /** The failure, with the end of the log. */
  AutogenException failed(String what) throws IOException {
    List<String> lines = PrivateFile.read(log()).lines().toList();
    String end = String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    String advice =
        end.contains("libaio.so.1")
            ? "\nIt needs libaio: install the package libaio1 (Debian, Ubuntu) or libaio (others);"
                + " where it is libaio1t64, link libaio.so.1t64 to the name libaio.so.1."
            : "";
    return AutogenException.failed(
        "The embedded " + release + " " + what + ":\n" + end + advice, null);
  }
}
