package dev.autogen.embedded;

import dev.autogen.file.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs in an archive.
 *
 * @param url where it is, usually within a jar
 */
record Archive(URL url) {

  /** XZ itself allows dictionaries of 4 GB; those of the archives have 64 MB at most. */
  private static final int MEMORY_KILOBYTES = 512 * 1024;

  /** A key that changes with the archive, without reading it: its checksum in the jar's index. */
  String key() throws IOException {
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    return Long.toHexString(connection.getContentLengthLong());
  }

  /**
   * Unpacks beside the directory and then renames, so that the directory is never seen half-filled.
   *
   * @throws IOException if that fails, or an entry would be written elsewhere
   */
  void unpack(Path directory) throws IOException {
    Files.createDirectories(directory.getParent());
    Path partial = Files.createTempDirectory(directory.getParent(), "unpacking-");
    Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (InputStream in = new BufferedInputStream(url.openStream());
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(in, MEMORY_KILOBYTES))) {
      new Unpacking(tar, partial).run();
      TrustedExtensions.mark(partial);
      Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      Folders.delete(partial); // another process was faster
      if (!Files.isDirectory(directory)) {
        throw e; // or a file comes twice
      }
    } catch (IOException | RuntimeException e) {
      Folders.delete(partial);
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
  }
}
