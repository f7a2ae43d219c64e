package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * An initialized data directory in the user's cache, once per release: a copy of it is there sooner
 * than {@code initdb} makes another. Its password lies within, for its owner alone to read.
 *
 * @param data the directory
 */
record PreparedData(Path data) {

  private static final String PASSWORD = "autogen.password";
  private static final int PASSWORD_BYTES = 16;

  /** The one of a release, initialized unless that was done before. */
  static PreparedData of(Binaries binaries, ServerUser user) throws IOException {
    Path cache = user.cache();
    Path data = cache.resolve("initialized-" + binaries.directory().getFileName());
    if (!Files.isDirectory(data)) {
      Path fresh = Files.createTempDirectory(cache, "initializing-");
      try {
        initialize(fresh, binaries, user);
        Files.move(fresh.resolve("data"), data, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        if (!Files.isDirectory(data)) { // otherwise another process was faster
          throw e;
        }
      } finally {
        Directories.delete(fresh);
      }
    }
    return new PreparedData(data);
  }

  private static void initialize(Path directory, Binaries binaries, ServerUser user)
      throws IOException {
    Path password = directory.resolve("password");
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    byte[] secret = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(secret);
    Files.writeString(password, HexFormat.of().formatHex(secret) + "\n");
    user.own(directory);
    Path data = directory.resolve("data");
    run(
        directory.resolve("log"),
        user.command(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=" + Cluster.USER,
                "--auth=password",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync")));
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

  /** The file with the password of a server on a copy. */
  static Path password(Path copy) {
    return copy.resolve(PASSWORD);
  }
}
