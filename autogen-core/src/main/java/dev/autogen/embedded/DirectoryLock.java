package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process at a time in a directory; the lock goes with the process that holds it. */
final class DirectoryLock implements AutoCloseable {

  private static final long POLL_MILLIS = 20;
  private static final Duration QUIET = Duration.ofMillis(500);

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  static DirectoryLock acquire(Path file, Duration wait, Consumer<String> progress)
      throws IOException {
    FileChannel channel = PrivateFile.open(file);
    try {
      long begin = System.nanoTime();
      boolean told = false;
      while (tryLock(channel) == null) {
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);
        if (waited.compareTo(wait) > 0) {
          throw AutogenException.failed(
              "The embedded PostgreSQL in "
                  + file.getParent()
                  + " is in use by another autogen command (process "
                  + holder(file)
                  + "); run this one again when it has ended.",
              null);
        }
        if (!told && waited.compareTo(QUIET) > 0) {
          told = true;
          progress.accept("waiting for another autogen command (process " + holder(file) + ")");
        }
        Pause.millis(POLL_MILLIS);
      }
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
      return new DirectoryLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by another thread of this process
    }
  }

  private static String holder(Path file) throws IOException {
    return PrivateFile.read(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
