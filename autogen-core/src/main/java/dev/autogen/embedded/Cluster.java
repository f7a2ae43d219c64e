package dev.autogen.embedded;

import dev.autogen.file.Folders;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * The data directory of an embedded server.
 *
 * @param home holds data directories, their passwords, {@code server.log} and {@code lock}
 * @param data the data directory
 */
record Cluster(Path home, Path data) {

  static final String USER = "postgres";

  /**
   * The cluster for a release.
   *
   * @param versioned whether each major version has its own directory; a version that is already in
   *     the usual directory stays there
   */
  static Cluster in(Path home, boolean versioned, Binaries binaries) throws IOException {
    Path usual = home.resolve("data");
    String major = String.valueOf(binaries.major());
    return !versioned || major.equals(madeBy(usual))
        ? new Cluster(home, usual)
        : new Cluster(home, home.resolve("data-" + major));
  }

  /** The major version that made a data directory, or an empty text if there is none. */
  private static String madeBy(Path data) throws IOException {
    Path version = data.resolve("PG_VERSION");
    return PrivateFile.exists(version) ? PrivateFile.read(version).strip() : "";
  }

  Path log() {
    return home.resolve("server.log");
  }

  /** Makes the data directory, unless that was done before. */
  void initialize(Binaries binaries, ServerUser user, Consumer<String> progress)
      throws IOException {
    if (Files.isDirectory(data, LinkOption.NOFOLLOW_LINKS)) {
      requireVersion(binaries);
      return;
    }
    progress.accept("creating a PostgreSQL database in " + home + " (once)");
    Path fresh = home.resolve("data.new");
    Folders.delete(fresh);
    Directories.copy(PreparedData.of(binaries, user).data(), fresh);
    for (String left : List.of(".password", ".password.new")) {
      Files.deleteIfExists(home.resolve(data.getFileName() + left)); // of data that were deleted
    }
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Makes the data directory ready for a start: nothing in it leads elsewhere, the settings are
   * autogen's, and all of it belongs to the user who runs the server.
   *
   * @param method how passwords are checked
   * @throws AutogenException if something in it leads elsewhere
   */
  void prepare(ServerUser user, String method) throws IOException {
    StaleServer.remove(this);
    ServerHome.requireOrdinary(data);
    ServerSettings.write(data, method);
    user.own(data);
    for (Path file : ServerSettings.files(data)) {
      user.own(file);
    }
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
