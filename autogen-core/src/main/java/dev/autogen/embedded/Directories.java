package dev.autogen.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
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
      // Another process was faster; whose it is, is checked by who uses it.
    }
  }

  /** Deletes a directory with everything in it; one that is not there is no error. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(directory)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  /** Copies a directory with everything in it, and who may read what. */
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

  /** The user's cache of autogen, by the XDG base directory specification. */
  static Path userCache() throws IOException {
    String configured = System.getenv("XDG_CACHE_HOME");
    String home = System.getenv("HOME");
    Path base = Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home);
    Path cache =
        configured != null && !configured.isBlank() ? Path.of(configured) : base.resolve(".cache");
    boolean writable = Files.isWritable(cache) || (Files.isWritable(base) && !Files.exists(cache));
    String user = System.getProperty("user.name").replaceAll("\\W", "_");
    return writable
        ? cache.resolve("autogen")
        : owned(Path.of(System.getProperty("java.io.tmpdir"), "autogen-" + user), "rwx------");
  }

  /** A directory in a place where everybody may write, which must be this user's own. */
  static Path owned(Path directory, String permissions) throws IOException {
    Set<PosixFilePermission> own = PosixFilePermissions.fromString(permissions);
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(own));
    }
    Path probe = Files.createTempFile(directory, "owner", "");
    UserPrincipal self = Files.getOwner(probe);
    Files.delete(probe);
    if (!Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(self)) {
      throw new IOException(directory + " belongs to another user; set XDG_CACHE_HOME");
    }
    return directory;
  }
}
