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
 * Writes files completely or not at all, even if the process is killed or the disk is full. The
 * content goes into a draft beside the file; the draft is flushed to the disk and then gets the
 * file's name.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Writes a new file, and creates its missing folders.
   *
   * @throws FileAlreadyExistsException if it exists, even as a link without a target
   * @throws IOException if it cannot be written; nothing of it is left
   */
  public static void create(Path file, String text) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    write(file, bytes(text), AtomicFile::nameNewFile);
  }

  /**
   * Replaces the content of a file, or writes a new one, and creates its missing folders. The file
   * keeps its permissions.
   *
   * @throws IOException if it cannot be written; the old content is still there
   */
  public static void replace(Path file, String text) throws IOException {
    replace(file, bytes(text));
  }

  /** Replaces the content of a file by bytes, in the same way. */
  public static void replace(Path file, byte[] content) throws IOException {
    write(file, content, AtomicFile::replaceFile);
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

  /**
   * Gives the draft its final name by a hard link, which fails if the name was taken meanwhile.
   * Where the file system has no links, the draft is moved.
   */
  private static void nameNewFile(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void replaceFile(Path draft, Path file) throws IOException {
    if (TrustedPath.HAS_OWNERS && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Flushes the new name to the disk, too. Where folders cannot be opened, the system does it. */
  private static void flush(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The content is on the disk; the name follows when the system writes the folder.
    }
  }
}
