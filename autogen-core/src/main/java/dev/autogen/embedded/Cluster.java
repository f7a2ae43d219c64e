package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * The data directory of an embedded server, with its password beside it.
 *
 * @param home holds {@code data}, {@code password}, {@code server.log} and {@code lock}
 */
record Cluster(Path home) {

  static final String USER = "postgres";

  private static final int PASSWORD_BYTES = 16;

  Path data() {
    return home.resolve("data");
  }

  Path log() {
    return home.resolve("server.log");
  }

  Path lock() {
    return home.resolve("lock");
  }

  String password() throws IOException {
    return Files.readString(home.resolve("password")).strip();
  }

  /** Initializes the data directory, unless that was done before. */
  void initialize(Binaries binaries, ServerUser user, Consumer<String> progress)
      throws IOException {
    if (Files.isDirectory(data())) {
      requireVersion(binaries, user);
      return;
    }
    progress.accept("creating a PostgreSQL database in " + home + " (once)");
    Path password = home.resolve("password");
    Files.deleteIfExists(password);
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    byte[] secret = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(secret);
    Files.writeString(password, HexFormat.of().formatHex(secret) + "\n");
    Path fresh = home.resolve("data.new");
    Directories.delete(fresh);
    user.own(home);
    run(
        user.command(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + USER,
                "--auth=password",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync")));
    Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void requireVersion(Binaries binaries, ServerUser user) throws IOException {
    String made = Files.readString(data().resolve("PG_VERSION")).strip();
    Path marker = home.resolve("checked-" + binaries.directory().getFileName());
    if (Files.exists(marker)) {
      return;
    }
    Process process =
        new ProcessBuilder(user.command(List.of(binaries.program("postgres"), "--version")))
            .redirectErrorStream(true)
            .start();
    String version = new String(process.getInputStream().readAllBytes()).strip();
    if (!version.matches(".*\\b" + made + "\\..*")) {
      throw AutogenException.failed(
          "The embedded database in "
              + home
              + " was made by PostgreSQL "
              + made
              + ", this is "
              + version
              + "; delete that folder and run 'autogen upgrade'.",
          null);
    }
    Files.writeString(marker, "");
  }

  private void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    process.getOutputStream().close();
    try {
      if (process.waitFor() != 0) {
        throw AutogenException.failed(
            "The embedded PostgreSQL cannot create its database:\n"
                + Files.readString(log()).strip(),
            null);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while PostgreSQL creates its database", e);
    }
  }
}
