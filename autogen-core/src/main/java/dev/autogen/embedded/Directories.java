package dev.autogen.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** Directories on disk. */
final class Directories {

  private Directories() {}

  /** Creates one with exactly these permissions, unless it is there. */
  static void create(Path directory, String permissions) throws IOException {
    Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(permissions);
    try {
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(wanted));
      Files.setPosixFilePermissions(directory, wanted); // the umask took some away
    } catch (FileAlreadyExistsException e) {
      // Another process was faster; the caller checks who owns the directory.
    }
  }

  /** Copies a directory with everything in it, permissions included. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.copy(
            path,
            to.resolve(from.relativize(path).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** Gives everything in a directory to a user and a group, by number, and follows no links. */
  static void give(Path directory, int user, int group) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }
}
