package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.LockHeld;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Locks a file beside the database, which says who is at work. The database itself keeps two
 * runners apart, too: each transaction begins with the change of the version table. The file of the
 * database must not be opened in another way than by SQLite: closing it would end SQLite's locks.
 */
final class SqliteRunnerLock implements RunnerLock {

  /** What follows the name of the database's file. */
  static final String SUFFIX = "-autogen-lock";

  private static final long LONGEST_PAUSE_MILLIS = 200;
  private static final int LONGEST_PADDING = 60_000;

  /** Who is at work in this process, by the file: locks of a file belong to the whole process. */
  private static final Map<Path, String> OWN = new ConcurrentHashMap<>();

  @Override
  public Handle acquire(Connection connection, String versionTable, Duration wait)
      throws SQLException {
    Optional<Path> database = SqliteFile.of(connection);
    if (database.isEmpty()) {
      return new InMemory();
    }
    Path file = lockFile(database.get());
    long deadline = System.nanoTime() + wait.toNanos();
    String me = "pid " + ProcessHandle.current().pid() + ", since " + now();
    while (true) {
      String other = OWN.putIfAbsent(file, me);
      if (other == null) {
        Handle handle = locked(file, me);
        if (handle != null) {
          return handle;
        }
        OWN.remove(file);
        other = holder(file);
      }
      if (System.nanoTime() >= deadline) {
        throw held(other, wait);
      }
      sleep(ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MILLIS));
    }
  }

  private static Path lockFile(Path database) {
    Path absolute = database.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + SUFFIX);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Locks the file, unless another process has it; the one that is locked is the one that stays.
   */
  private static @Nullable Handle locked(Path file, String me) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
      if (channel.tryLock() == null) {
        channel.close();
        return null;
      }
      String line = me + " ".repeat(1 + ThreadLocalRandom.current().nextInt(LONGEST_PADDING));
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), 0);
      if (Files.exists(file) && Files.size(file) == channel.size()) {
        return new Held(file, channel);
      }
      channel.close(); // Somebody has deleted the file in the meantime.
      return null;
    } catch (NoSuchFileException e) {
      closeQuietly(channel);
      return null;
    } catch (IOException e) {
      OWN.remove(file);
      closeQuietly(channel);
      throw AutogenException.failed(
          "cannot lock the file "
              + file
              + " that keeps other runners away: "
              + e.getMessage()
              + "; nothing was done. The folder of the database must be writable",
          e);
    }
  }

  private static String holder(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock is given up in any case.
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while waiting for another runner", e);
    }
  }

  private static LockHeld held(String holder, Duration wait) {
    return new LockHeld(
        "another runner is at work on the database ("
            + (holder.isEmpty() ? "it has just begun" : holder)
            + "); waited "
            + (wait.toSeconds() > 0 ? wait.toSeconds() + " s" : wait.toMillis() + " ms")
            + ". Run the command again when it is done");
  }

  /** Nobody else reaches a database in memory. */
  private record InMemory() implements Handle {

    @Override
    public boolean isHeld() {
      return true;
    }

    @Override
    public void close() {
      // There is nothing to give up.
    }
  }

  /** The lock while it is held. */
  private record Held(Path file, FileChannel channel) implements Handle {

    @Override
    public boolean isHeld() {
      return channel.isOpen();
    }

    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // It is empty of meaning without a lock.
      }
      closeQuietly(channel);
      OWN.remove(file);
    }
  }
}
