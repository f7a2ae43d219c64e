package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.file.WriterLock;
import dev.autogen.schema.AutogenException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lets only one command at a time write into a project. Two commands that write at once would each
 * follow the same head, and make the same change twice.
 */
public final class ProjectLock {

  private static final Duration WAIT = Duration.ofMinutes(2);

  private ProjectLock() {}

  /**
   * Waits for the lock, at most two minutes.
   *
   * @param progress is told which process it waits for
   * @throws AutogenException if the other command takes longer, or nothing can be written there
   */
  public static WriterLock acquire(Config config, Consumer<String> progress) {
    PrivateDirectory.prepare(config);
    return WriterLock.acquire(config.privateDirectory(), WAIT, progress);
  }
}
