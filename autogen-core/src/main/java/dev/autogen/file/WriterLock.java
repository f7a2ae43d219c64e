package dev.autogen.file;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;

/** A lock that lets one writer at a time work in a project. */
public final class WriterLock implements AutoCloseable {

  private static final String NAME = "writer.lock";

  private final ProcessLock lock;

  private WriterLock(ProcessLock lock) {
    this.lock = lock;
  }

  /**
   * Takes the lock of a project.
   *
   * @param folder autogen's own folder in it, which must exist
   * @param wait how long to wait for another writer
   * @param progress is told which process it waits for, once that takes longer than a moment
   * @throws AutogenException if the other writer is not finished by then, or the file cannot be
   *     created
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
      return new WriterLock(ProcessLock.acquire(channel, wait, new Words(file, wait, progress)));
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

  private record Words(Path file, Duration longest, Consumer<String> progress)
      implements ProcessLock.Words {

    @Override
    public void waiting(String holder) {
      progress.accept(
          "waiting for another autogen command (" + holder + ") that writes in this project");
    }

    @Override
    public AutogenException held(String holder) {
      return AutogenException.failed(
          "Another autogen command ("
              + holder
              + ") writes in this project, and holds "
              + file
              + " for more than "
              + longest.toSeconds()
              + " s. Nothing was written; run the command again when the other has ended.",
          null);
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
