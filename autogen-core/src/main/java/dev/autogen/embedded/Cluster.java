package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * The data directory of an embedded server, with its password within.
 *
 * @param home holds data directories, {@code server.log} and {@code lock}
 * @param data the data directory
 */
record Cluster(Path home, Path data) {

  static final String USER = "postgres";

  /**
   * The cluster for a release.
   *
   * @param versioned whether each major version has a directory of its own; one that the usual
   *     directory holds already stays there
   */
  static Cluster in(Path home, boolean versioned, Binaries binaries) throws IOException {
    Path usual = home.resolve("data");
    String major = String.valueOf(binaries.major());
    return !versioned || major.equals(madeBy(usual))
        ? new Cluster(home, usual)
        : new Cluster(home, home.resolve("data-" + major));
  }

  /** The major version that made a data directory, or nothing where there is none. */
  private static String madeBy(Path data) throws IOException {
    Path version = data.resolve("PG_VERSION");
    return Files.exists(version) ? Files.readString(version).strip() : "";
  }

  Path log() {
    return home.resolve("server.log");
  }

  /** The password within the data; directories of earlier versions have it beside them. */
  String password() throws IOException {
    Path beside = home.resolve("password");
    return Files.exists(PreparedData.password(data)) || !Files.exists(beside)
        ? Files.readString(PreparedData.password(data)).strip()
        : Files.readString(beside).strip();
  }

  /** Makes the data directory, unless that was done before. */
  void initialize(Binaries binaries, ServerUser user, Consumer<String> progress)
      throws IOException {
    if (Files.isDirectory(data)) {
      requireVersion(binaries);
      return;
    }
    progress.accept("creating a PostgreSQL database in " + home + " (once)");
    Path fresh = home.resolve("data.new");
    Directories.delete(fresh);
    Directories.copy(PreparedData.of(binaries, user).data(), fresh);
    user.own(home);
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private void requireVersion(Binaries binaries) throws IOException {
    String made = madeBy(data);
    if (!made.equals(String.valueOf(binaries.major()))) {
      throw AutogenException.failed(
          "The embedded database in "
              + home
              + " was made by PostgreSQL "
              + made
              + ", this is PostgreSQL "
              + binaries.version()
              + "; write embedded:postgresql:"
              + made
              + " for its URL to go on with it, or delete that folder and run 'autogen upgrade'.",
          null);
    }
  }
}
