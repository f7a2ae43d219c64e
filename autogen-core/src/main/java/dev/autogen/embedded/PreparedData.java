package dev.autogen.embedded;

import dev.autogen.file.CurrentUser;
import dev.autogen.file.Folders;
import dev.autogen.file.TrustedPath;
import dev.autogen.file.UserFolders;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An initialized data directory in the user's cache, one per release: copying it is faster than
 * {@code initdb}. Its password is inside, and is valid for a copy until the copy has its own.
 *
 * @param data the directory
 */
record PreparedData(Path data) {

  private static final String PASSWORD = "autogen.password";

  /** The one of a release, initialized unless that was done before. */
  static PreparedData of(Binaries binaries, ServerUser user) throws IOException {
    Path cache = user.cache();
    Path data = cache.resolve("prepared-" + binaries.directory().getFileName());
    if (!Files.isDirectory(data)) {
      Path fresh = Files.createTempDirectory(cache, "initializing-");
      try {
        initialize(fresh, binaries, user.named());
        if (CurrentUser.isRoot()) {
          Directories.give(fresh, CurrentUser.ROOT, CurrentUser.ROOT);
        }
        Files.move(fresh.resolve("data"), data, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        if (!Files.isDirectory(data)) { // otherwise another process was faster
          throw e;
        }
      } finally {
        Folders.delete(fresh);
      }
    }
    return new PreparedData(data);
  }

  private static void initialize(Path directory, Binaries binaries, ServerUser user)
      throws IOException {
    Path password = directory.resolve("password");
    PrivateFile.replace(password, ScramSecret.newPassword() + "\n");
    user.own(directory);
    Path data = directory.resolve("data");
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=" + Cluster.USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
    if (binaries.major() >= ServerSettings.SINCE_ITERATIONS) {
      command.addAll(List.of("-c", ServerSettings.ITERATIONS));
    }
    run(directory.resolve("log"), user.command(command));
    Files.move(password, data.resolve(PASSWORD));
  }

  private static void run(Path log, List<String> command) throws IOException {
    Process process =
        ChildEnvironment.process(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    try {
      if (process.waitFor() != 0) {
        throw AutogenException.failed(
            "The embedded PostgreSQL cannot create its database:\n" + Files.readString(log).strip(),
            null);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while PostgreSQL creates its database", e);
    }
  }

  /** Whether a password is that of prepared data in one of this user's caches. */
  static boolean isPasswordOfOne(String text) throws IOException {
    for (Path cache : UserFolders.caches()) {
      for (Path folder : List.of(cache, cache.resolve("server"))) {
        if (Files.isDirectory(folder) && TrustedPath.problem(folder).isEmpty()) {
          try (Stream<Path> all = Files.list(folder)) {
            for (Path each : (Iterable<Path>) all::iterator) {
              if (isPasswordOf(each, text)) {
                return true;
              }
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean isPasswordOf(Path data, String text) throws IOException {
    Path password = password(data);
    return PrivateFile.exists(password)
        && TrustedPath.problem(password).isEmpty()
        && PrivateFile.read(password).strip().equals(text);
  }

  /** The file with the password of a server on a copy. */
  static Path password(Path copy) {
    return copy.resolve(PASSWORD);
  }
}
