package dev.autogen.embedded;

import dev.autogen.file.ProcessLock;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** One process at a time in the directory of a server. */
final class DirectoryLock {

  private DirectoryLock() {}

  static ProcessLock acquire(Path file, Duration wait, Consumer<String> progress)
      throws IOException {
    return ProcessLock.acquire(PrivateFile.open(file), wait, new Words(file, progress));
  }

  private record Words(Path file, Consumer<String> progress) implements ProcessLock.Words {

    @Override
    public void waiting(String holder) {
      progress.accept("waiting for another autogen command (" + holder + ")");
    }

    @Override
    public AutogenException held(String holder) {
      return AutogenException.failed(
          "The embedded database in "
              + file.getParent()
              + " is in use by another autogen command ("
              + holder
              + "); run this one again when it has ended.",
          null);
    }
  }
}
