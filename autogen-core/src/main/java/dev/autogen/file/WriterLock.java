package dev.autogen.file;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One writer at a time in a project. The lock is the operating system's and goes with the process
 * that holds it; the file stays, and says which process that is or was.
 */
public final class WriterLock implements AutoCloseable {

  private static final String NAME = "writer.lock";
  private static final long POLL_MILLIS = 50;
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final int LONGEST_NUMBER = 20;

  private final FileChannel channel;

  private WriterLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a project.
   *
   * @param folder autogen's own folder in it, which must exist
   * @param wait how long to wait for another writer
   * @param progress hears for which process it waits, once that takes longer than a moment
   * @throws AutogenException if the other is not done by then, or the file cannot be made
   */
  public static WriterLock acquire(Path folder, Duration wait, Consumer<String> progress) {
    Path file = folder.resolve(NAME);
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      try {
        await(channel, file, wait, progress);
        note(channel);
        return new WriterLock(channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw AutogenException.failed(
          "The lock "
              + file
              + ", which lets one command at a time write migrations, cannot be taken: "
              + (Files.isSymbolicLink(file) ? "it is a symbolic link; delete it" : e)
              + ". Nothing was written.",
          e);
    }
  }

  private static void await(
      FileChannel channel, Path file, Duration wait, Consumer<String> progress) throws IOException {
    long begin = System.nanoTime();
    boolean told = false;
    while (tryLock(channel) == null) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begin);
      if (waited.compareTo(wait) > 0) {
        throw AutogenException.failed(
            "Another autogen command ("
                + holder(channel)
                + ") writes in this project, and holds "
                + file
                + " for more than "
                + wait.toSeconds()
                + " s. Nothing was written; run the command again when the other has ended.",
            null);
      }
      if (!told && waited.compareTo(MOMENT) > 0) {
        told = true;
        progress.accept(
            "waiting for another autogen command ("
                + holder(channel)
                + ") that writes in this project");
      }
      pause();
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by another thread of this process
    }
  }

  private static void note(FileChannel channel) throws IOException {
    byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid), 0);
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(LONGEST_NUMBER);
    channel.read(content, 0);
    String text = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII);
    return text.matches("\\d+") ? "process " + text : "a process without a number";
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed(
          "interrupted while waiting for another autogen command; nothing was written", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The operating system takes the lock back when this process ends.
    }
  }
}
