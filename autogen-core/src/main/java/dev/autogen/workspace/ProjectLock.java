package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.file.WriterLock;
import dev.autogen.schema.AutogenException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lets one command at a time write into a project. Two that wrote at once would each follow the
 * same head, and make the same change twice.
 */
public final class ProjectLock {

  private static final Duration WAIT = Duration.ofMinutes(2);

  private ProjectLock() {}

  /**
   * Waits for its turn, at most two minutes.
   *
   * @param progress hears for which process it waits
   * @throws AutogenException if the other command takes longer, or nothing can be written there
   */
  public static WriterLock acquire(Config config, Consumer<String> progress) {
    PrivateDirectory.prepare(config);
    return WriterLock.acquire(config.privateDirectory(), WAIT, progress);
  }
}
