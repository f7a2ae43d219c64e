package dev.autogen.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks who owns a file, and who else may write it. */
final class Owner {

  static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private static final Set<PosixFilePermission> OTHERS_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private static @Nullable UserPrincipal self;

  private Owner() {}

  /**
   * The user who owns the files that this process creates; a name alone does not identify the user
   * in a container.
   */
  static synchronized UserPrincipal self() throws IOException {
    if (self == null) {
      Path process = Path.of("/proc/self");
      if (Files.exists(process)) {
        self = Files.getOwner(process);
      } else {
        Path probe = Files.createTempFile("autogen", "owner");
        self = Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS);
        Files.delete(probe);
      }
    }
    return self;
  }

  /** Whether an existing file or folder belongs to this user. */
  static boolean isOwn(Path path) throws IOException {
    return !POSIX || Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(self());
  }

  /**
   * Checks that a folder belongs to this user, and removes the right of others to write there.
   *
   * @throws IOException if it is another user's, or it is a link or a file
   */
  static void requireFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(folder + " is no folder but " + kind(folder));
    }
    if (!POSIX) {
      return;
    }
    PosixFileAttributes attributes = attributes(folder);
    require(folder, attributes);
    if (attributes.permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
      Set<PosixFilePermission> narrowed = EnumSet.copyOf(attributes.permissions());
      narrowed.removeAll(OTHERS_WRITE);
      Files.setPosixFilePermissions(folder, narrowed);
    }
  }

  /**
   * Checks that nobody but this user can have written a file.
   *
   * @throws IOException if somebody else can, or it is a link or a folder
   */
  static void requireFile(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is no file but " + kind(file));
    }
    if (!POSIX) {
      return;
    }
    PosixFileAttributes attributes = attributes(file);
    require(file, attributes);
    if (attributes.permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
      throw new IOException(file + " can be written by other users");
    }
  }

  private static PosixFileAttributes attributes(Path path) throws IOException {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes();
  }

  private static void require(Path path, PosixFileAttributes attributes) throws IOException {
    if (!attributes.owner().equals(self())) {
      throw new IOException(
          path + " belongs to the user " + attributes.owner().getName() + ", not to this one");
    }
  }

  private static String kind(Path path) {
    return Files.isSymbolicLink(path)
        ? "a symbolic link"
        : Files.isDirectory(path) ? "a folder" : Files.exists(path) ? "a file" : "missing";
  }
}
