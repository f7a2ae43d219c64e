package dev.autogen.embedded;

import dev.autogen.file.CurrentUser;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prepares the folder of a server within a project. A repository may contain files with the same
 * names, and a symbolic link there could make autogen write anywhere in the user's name.
 */
final class ServerHome {

  /** Files that make a server replay, link or fetch data that others prepared. */
  private static final List<String> RECOVERY =
      List.of("recovery.signal", "standby.signal", "backup_label", "tablespace_map");

  private ServerHome() {}

  /**
   * Creates the folder, for its owner alone.
   *
   * @return its real path
   * @throws AutogenException if a link is in its place, above it or in it
   */
  static Path prepare(Path home) throws IOException {
    Path absolute = home.toAbsolutePath().normalize();
    requireNoLink(absolute.getParent());
    requireNoLink(absolute);
    Files.createDirectories(absolute);
    Path place = absolute.toRealPath();
    if (CurrentUser.isRoot() && ServerUser.ids(place).equals(ServerUser.NOBODY)) {
      own(place, ServerUser.ROOT); // an earlier version gave it to an account that others share
    }
    if (ServerUser.ids(place).user() == CurrentUser.id()) {
      // Another user who runs the server for root may pass through it, but not list it.
      Files.setPosixFilePermissions(
          place, PosixFilePermissions.fromString(CurrentUser.isRoot() ? "rwx--x--x" : "rwx------"));
    }
    try (Stream<Path> files = Files.list(place)) {
      for (Path each : (Iterable<Path>) files::iterator) {
        requireNoLink(each);
        if (PrivateFile.exists(each) && ServerUser.ids(each).user() == CurrentUser.id()) {
          PrivateFile.hide(each); // earlier versions let others read
        }
      }
    }
    return place;
  }

  /** Lets the owner of the folder use what root made in it. */
  static void giveToOwner(Path home) throws IOException {
    if (!CurrentUser.isRoot() || ServerUser.ids(home).equals(ServerUser.ROOT)) {
      return;
    }
    try (Stream<Path> files = Files.list(home)) {
      for (Path each : (Iterable<Path>) files::iterator) {
        own(each, ServerUser.ids(home));
      }
    }
  }

  private static void own(Path path, ServerUser.Ids owner) throws IOException {
    Files.setAttribute(path, "unix:uid", owner.user(), LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:gid", owner.group(), LinkOption.NOFOLLOW_LINKS);
  }

  private static void requireNoLink(Path path) {
    if (Files.isSymbolicLink(path)) {
      throw linked(path);
    }
  }

  private static AutogenException linked(Path path) {
    return AutogenException.failed(
        path
            + " is a symbolic link, which autogen does not follow: it may have come with the"
            + " repository. Delete it, and run the command again.",
        null);
  }

  /**
   * Makes sure that a data directory holds only its own files and folders.
   *
   * @throws AutogenException if it has links to elsewhere, or files that make a server recover
   */
  static void requireOrdinary(Path data) throws IOException {
    for (String name : RECOVERY) {
      if (Files.exists(data.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        throw AutogenException.failed(
            data.resolve(name)
                + " was not written by autogen. Delete it if you know where it is from, or else "
                + data
                + " as a whole, and run the command again.",
            null);
      }
    }
    Files.walkFileTree(
        data,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
              throw linked(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // a file of a server that is still shutting down
          }
        });
  }
}
