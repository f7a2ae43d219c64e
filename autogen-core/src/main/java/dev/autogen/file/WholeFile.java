package dev.autogen.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that are there whole or not at all, however the process ends and however full the
 * disk is: into a draft beside the file, which is flushed to the disk and then takes the file's
 * name.
 */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file that is not there yet, and the folders on its way.
   *
   * @throws FileAlreadyExistsException if it is there, be it as a link that leads nowhere
   * @throws IOException if it cannot be written; nothing is left of it
   */
  public static void create(Path file, String text) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    write(file, bytes(text), WholeFile::appear);
  }

  /**
   * Writes a file, and the folders on its way, in place of what it held. It may be read by whom it
   * could be read before.
   *
   * @throws IOException if it cannot be written; what it held before is still there
   */
  public static void replace(Path file, String text) throws IOException {
    replace(file, bytes(text));
  }

  /** The same for bytes. */
  public static void replace(Path file, byte[] content) throws IOException {
    write(file, content, WholeFile::takeOver);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** How a draft becomes the file. */
  @FunctionalInterface
  private interface Naming {
    void name(Path draft, Path file) throws IOException;
  }

  private static void write(Path file, byte[] content, Naming naming) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Drafts.clear(folder);
    Path draft = Drafts.next(folder);
    try {
      try (FileChannel channel =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      naming.name(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
    flush(folder);
  }

  /** A link fails where the name is taken meanwhile; not every file system has links. */
  private static void appear(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void takeOver(Path draft, Path file) throws IOException {
    if (Owner.POSIX && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes the name last, too; where folders cannot be opened, the system does it by itself. */
  private static void flush(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The content is on the disk; its name follows when the system writes the folder.
    }
  }
}
