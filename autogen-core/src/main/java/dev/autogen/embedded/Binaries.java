package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once per user from the archive on the class path.
 *
 * @param directory where they lie
 */
record Binaries(Path directory) {

  private static final int OWNER_EXECUTES = 0100;

  /** The path of a program. */
  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  /** Unpacks the archive below {@code cache}, unless that was done before. */
  static Binaries unpacked(Path cache, Consumer<String> progress) {
    String name = "/postgres-" + system() + "-" + architecture() + ".txz";
    URL archive = Binaries.class.getResource(name);
    if (archive == null) {
      throw AutogenException.usage(
          "The embedded PostgreSQL is not available on this platform ("
              + name.substring(1)
              + " is not on the class path); configure the URL of a running database.");
    }
    try {
      Path directory = cache.resolve("postgresql-" + key(archive));
      if (!Files.isDirectory(directory)) {
        progress.accept("unpacking PostgreSQL into " + directory + " (once)");
        unpack(archive, directory);
      }
      return new Binaries(directory);
    } catch (IOException e) {
      throw AutogenException.failed(
          "PostgreSQL cannot be unpacked into " + cache + ": " + e.getMessage(), e);
    }
  }

  /** A key that changes with the archive, without reading it: its checksum in the jar's index. */
  private static String key(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    return Long.toHexString(connection.getContentLengthLong());
  }

  /** Unpacks beside the directory and then renames, so that it is never seen half-filled. */
  private static void unpack(URL archive, Path directory) throws IOException {
    Files.createDirectories(directory.getParent());
    Path partial = Files.createTempDirectory(directory.getParent(), "unpacking-");
    Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (InputStream in = new BufferedInputStream(archive.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, partial.resolve(entry.getName()).normalize());
      }
      Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      Directories.delete(partial); // another process was faster
    } catch (IOException | UncheckedIOException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      }
      Directories.delete(partial);
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      boolean executable = (entry.getMode() & OWNER_EXECUTES) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
  }

  private static String architecture() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64")
        .getOrDefault(name, name);
  }
}
