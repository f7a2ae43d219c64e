package dev.autogen.file;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lock that one process at a time can hold. It belongs to the operating system and ends with the
 * process. The file stays, and names the process that holds or held the lock.
 */
public final class ProcessLock implements AutoCloseable {

  private static final long POLL_MILLIS = 20;
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final int LONGEST_NUMBER = 20;

  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The messages about another process that holds the lock. */
  public interface Words {

    /** The wait for the lock takes longer than a moment. */
    void waiting(String holder);

    /** The failure after the full wait. */
    AutogenException held(String holder);
  }

  /**
   * Takes the lock.
   *
   * @param channel the channel of the locked file, open for reading and writing; it is closed with
   *     the lock
   * @param wait how long to wait for another process
   * @throws AutogenException as {@code words} creates it, if the other process is not finished by
   *     then
   * @throws IOException if the file system has no locks
   */
  public static ProcessLock acquire(FileChannel channel, Duration wait, Words words)
      throws IOException {
    try {
      await(channel, wait, words);
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
      return new ProcessLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void await(FileChannel channel, Duration wait, Words words) throws IOException {
    long begin = System.nanoTime();
    boolean told = false;
    while (tryLock(channel) == null) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begin);
      if (waited.compareTo(wait) > 0) {
        throw words.held(holder(channel));
      }
      if (!told && waited.compareTo(MOMENT) > 0) {
        told = true;
        words.waiting(holder(channel));
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
      throw AutogenException.failed("interrupted while waiting for another autogen command", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The operating system releases the lock when this process ends.
    }
  }
}
