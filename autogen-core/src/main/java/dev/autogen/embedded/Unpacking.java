package dev.autogen.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Writes the content of an archive into a directory, and never outside of it, whatever the archive
 * says. Its permissions are ignored, except whether a file is executable.
 */
final class Unpacking {

  private static final int OWNER_EXECUTES = 0100;

  /** Several times what the largest archive of PostgreSQL holds. */
  private static final long MOST_BYTES = 1L << 30;

  private static final int MOST_ENTRIES = 50_000;
  private static final int BUFFER_BYTES = 1 << 16;

  private final TarArchiveInputStream tar;
  private final Path directory;
  private final boolean links;
  private long bytes;

  Unpacking(TarArchiveInputStream tar, Path directory) {
    this(tar, directory, true);
  }

  private Unpacking(TarArchiveInputStream tar, Path directory, boolean links) {
    this.tar = tar;
    this.directory = directory;
    this.links = links;
  }

  /** Leaves links out, for an archive in which they lead to where it was made. */
  Unpacking withoutLinks() {
    return new Unpacking(tar, directory, false);
  }

  void run() throws IOException {
    int entries = 0;
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      entries++;
      if (entries > MOST_ENTRIES) {
        throw new IOException("the archive holds more than " + MOST_ENTRIES + " files");
      }
      write(entry);
    }
  }

  private void write(TarArchiveEntry entry) throws IOException {
    Path name = Path.of(entry.getName());
    Path target = directory.resolve(name).normalize();
    if (name.isAbsolute() || goesUp(name) || !target.startsWith(directory)) {
      throw refused(entry, "is outside of it");
    }
    if (target.equals(directory) && entry.isDirectory()) {
      return;
    }
    createDirectories(entry, entry.isDirectory() ? target : target.getParent());
    if (entry.isSymbolicLink()) {
      if (links) {
        link(entry, target);
      }
    } else if (isFile(entry)) {
      copy(entry, target);
    } else if (!entry.isDirectory()) {
      throw refused(entry, "is neither a file, a folder nor a symbolic link");
    }
  }

  /** Any other kind than these counts as a file to the library. */
  private static boolean isFile(TarArchiveEntry entry) {
    return entry.isFile()
        && !entry.isLink()
        && !entry.isSparse()
        && !entry.isFIFO()
        && !entry.isCharacterDevice()
        && !entry.isBlockDevice();
  }

  private static boolean goesUp(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .anyMatch(each -> each.toString().equals(".."));
  }

  /** One by one, since a link among them would lead elsewhere. */
  private void createDirectories(TarArchiveEntry entry, Path wanted) throws IOException {
    Path each = directory;
    for (Path name : directory.relativize(wanted)) {
      each = each.resolve(name);
      if (!each.equals(directory) && !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        if (Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
          throw refused(
              entry, "goes through " + directory.relativize(each) + ", which is no folder");
        }
        Directories.create(each, "rwxr-xr-x");
      }
    }
  }

  private void link(TarArchiveEntry entry, Path link) throws IOException {
    Path to = Path.of(entry.getLinkName());
    boolean backAndForth = !to.equals(to.normalize()); // through another link, and up from there
    if (to.isAbsolute()
        || backAndForth
        || !link.resolveSibling(to).normalize().startsWith(directory)) {
      throw refused(entry, "is a link to " + to + " outside of it");
    }
    Files.createSymbolicLink(link, to);
  }

  private void copy(TarArchiveEntry entry, Path target) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
        bytes += read;
        if (bytes > MOST_BYTES) {
          throw refused(entry, "makes it larger than " + MOST_BYTES + " bytes");
        }
        out.write(buffer, 0, read);
      }
    }
    boolean executable = (entry.getMode() & OWNER_EXECUTES) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static IOException refused(TarArchiveEntry entry, String why) {
    return new IOException("the archive is refused: " + entry.getName() + " " + why);
  }
}
